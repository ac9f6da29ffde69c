package london.loti.referral.feedback;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.ConceptRef;

/** Words for what residents are compared by. */
final class Labels {
    private static final String NO_AREA = "Area not known";
    private static final String NO_GROUP = "No group stated, or erased";
    private static final String NO_NEED = "Need not known, or erased";

    private final Vocabulary vocabulary;
    private final Map<AreaCode, String> areas;

    Labels(Vocabulary vocabulary, Map<AreaCode, String> areas) {
        this.vocabulary = vocabulary;
        this.areas = areas;
    }

    String area(@Nullable AreaCode area) {
        return area == null ? NO_AREA : areas.getOrDefault(area, area.value());
    }

    Set<String> groups(Collection<ConceptRef> groups) {
        return words(groups, NO_GROUP);
    }

    Set<String> needs(Collection<ConceptRef> needs) {
        return words(needs, NO_NEED);
    }

    private Set<String> words(Collection<ConceptRef> concepts, String none) {
        Set<String> words = new TreeSet<>();
        concepts.forEach(concept -> words.add(vocabulary.label(concept)));
        return words.isEmpty() ? Set.of(none) : words;
    }
}
