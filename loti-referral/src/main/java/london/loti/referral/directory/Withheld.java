package london.loti.referral.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import london.loti.model.area.AreaCode;
import london.loti.model.service.Address;
import london.loti.model.service.Extras;
import london.loti.model.service.Location;
import london.loti.model.service.Organisation;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceAtLocation;

/**
 * Takes out of services where their confidential locations are, before anything is made of them: what a directory does not
 * know it can't tell, be it in words, by a distance, or by an order. A location that is confidential in one service is so
 * in all, by id, point or postcode.
 */
final class Withheld {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    private Withheld() {}

    static List<Service> from(List<Service> services) {
        Withheld withheld = new Withheld();
        services.forEach(withheld::learn);
        return services.stream().map(withheld::withhold).toList();
    }

    private void learn(Service service) {
        for (ServiceAtLocation there : service.serviceAtLocations()) {
            Location location = there.location();
            if (location != null && location.confidential()) {
                learn(location);
            }
        }
        Organisation organisation = service.organisation();
        if (organisation != null) {
            organisation.locations().stream().filter(Location::confidential).forEach(this::learn);
        }
    }

    private void learn(Location location) {
        ids.add(location.id());
        places.addAll(places(location));
    }

    private static Set<String> places(Location location) {
        Set<String> places = new HashSet<>();
        if (location.latitude() != null && location.longitude() != null) {
            places.add(location.latitude() + "," + location.longitude());
        }
        for (Address address : location.addresses()) {
            if (address.postalCode() != null) {
                places.add(address.postalCode().replace(" ", "").toUpperCase(Locale.ROOT));
            }
        }
        return places;
    }

    private boolean isConfidential(Location location) {
        return location.confidential()
                || ids.contains(location.id())
                || places(location).stream().anyMatch(places::contains);
    }

    private Service withhold(Service service) {
        Organisation organisation = service.organisation();
        boolean ofOrganisation =
                organisation != null && organisation.locations().stream().anyMatch(this::isConfidential);
        boolean ofService = service.serviceAtLocations().stream()
                .map(ServiceAtLocation::location)
                .filter(Objects::nonNull)
                .anyMatch(this::isConfidential);
        if (!ofService && !ofOrganisation) {
            return service;
        }
        Service.Builder less = service.toBuilder();
        if (ofOrganisation) {
            less.organisation(Objects.requireNonNull(organisation).toBuilder()
                    .locations(organisation.locations().stream()
                            .map(location -> isConfidential(location) ? bare(location) : location)
                            .toList())
                    .build());
        }
        if (ofService) {
            less.serviceAtLocations(
                    service.serviceAtLocations().stream().map(this::there).toList());
            less.serviceAreas(
                    service.serviceAreas().stream().map(Withheld::area).toList());
        }
        return less.build();
    }

    private ServiceAtLocation there(ServiceAtLocation there) {
        Location location = there.location();
        return location == null || !isConfidential(location)
                ? there
                : new ServiceAtLocation(
                        there.id(), null, List.of(), List.of(), there.schedules(), bare(location), Extras.NONE);
    }

    private static Location bare(Location location) {
        return Location.builder(location.id())
                .type(location.type())
                .languages(location.languages())
                .confidential(true)
                .build();
    }

    /** A shape would tell where it is; a code or a name of an area that people must live in does not. */
    private static ServiceArea area(ServiceArea area) {
        String extent = area.extent();
        boolean isCode = extent != null && AreaCode.isCode(extent.strip());
        return new ServiceArea(area.id(), area.name(), null, isCode ? extent : null, null, null, Extras.NONE);
    }
}
