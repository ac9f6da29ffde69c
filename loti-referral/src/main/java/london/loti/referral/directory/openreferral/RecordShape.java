package london.loti.referral.directory.openreferral;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Accessibility;
import london.loti.model.service.Address;
import london.loti.model.service.Attribute;
import london.loti.model.service.Capacity;
import london.loti.model.service.CapacityUnit;
import london.loti.model.service.Contact;
import london.loti.model.service.CostOption;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Extras;
import london.loti.model.service.Funding;
import london.loti.model.service.Language;
import london.loti.model.service.Location;
import london.loti.model.service.Metadata;
import london.loti.model.service.Organisation;
import london.loti.model.service.OrganisationIdentifier;
import london.loti.model.service.Phone;
import london.loti.model.service.Programme;
import london.loti.model.service.ReferralChannel;
import london.loti.model.service.RequiredDocument;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.Taxonomy;
import london.loti.model.service.TaxonomyTerm;
import london.loti.model.service.WebAddress;

/** The components of one of loti's records, so that no field of a record can be forgotten on the way in or out. */
final class RecordShape {
    private static final Map<String, RecordShape> SHAPES = Stream.of(
                    Accessibility.class,
                    Address.class,
                    Attribute.class,
                    Capacity.class,
                    CapacityUnit.class,
                    Contact.class,
                    CostOption.class,
                    Eligibility.class,
                    Funding.class,
                    Language.class,
                    Location.class,
                    Metadata.class,
                    Organisation.class,
                    OrganisationIdentifier.class,
                    Phone.class,
                    Programme.class,
                    ReferralChannel.class,
                    RequiredDocument.class,
                    Schedule.class,
                    Service.class,
                    ServiceArea.class,
                    ServiceAtLocation.class,
                    Taxonomy.class,
                    TaxonomyTerm.class,
                    WebAddress.class)
            .map(RecordShape::new)
            .collect(Collectors.toUnmodifiableMap(shape -> shape.type.getSimpleName(), Function.identity()));

    private final Class<? extends Record> type;
    private final List<Component> components;
    private final Constructor<? extends Record> constructor;

    private RecordShape(Class<? extends Record> type) {
        this.type = type;
        List<Component> list = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            list.add(new Component(component, list.size()));
        }
        components = List.copyOf(list);
        try {
            constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    /** The shape of the record with this simple name. */
    static RecordShape of(String recordName) {
        RecordShape shape = SHAPES.get(recordName);
        if (shape == null) {
            throw new IllegalArgumentException("no record " + recordName);
        }
        return shape;
    }

    List<Component> components() {
        return components;
    }

    /** The component of this name, or null. */
    @Nullable
    Component component(String name) {
        for (Component component : components) {
            if (component.name().equals(name)) {
                return component;
            }
        }
        return null;
    }

    /**
     * Makes the record.
     *
     * @throws IllegalArgumentException if the record refuses the parts, in its words
     */
    Object make(@Nullable Object[] parts) {
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            String words = e.getCause() == null ? null : e.getCause().getMessage();
            throw new IllegalArgumentException(words == null ? "a value breaks a rule of its record" : words, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of loti's can be made", e);
        }
    }

    /** One part of a record. */
    static final class Component {
        private final RecordComponent component;
        private final int index;
        private final @Nullable Class<?> element;

        Component(RecordComponent component, int index) {
            this.component = component;
            this.index = index;
            this.element = element(component.getGenericType());
        }

        private static @Nullable Class<?> element(Type type) {
            return type instanceof ParameterizedType list
                            && list.getRawType() == List.class
                            && list.getActualTypeArguments()[0] instanceof Class<?> of
                    ? of
                    : null;
        }

        String name() {
            return component.getName();
        }

        int index() {
            return index;
        }

        Class<?> type() {
            return component.getType();
        }

        /** What a list holds; null where it is none. */
        @Nullable
        Class<?> element() {
            return element;
        }

        boolean isExtras() {
            return type() == Extras.class || type() == Map.class;
        }

        @Nullable
        Object of(Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record of loti's can be read", e);
            }
        }
    }
}
