package london.loti.referral.journey;

import java.util.List;
import java.util.Set;

import london.loti.model.need.ConceptRef;

/** Finds services for needs: a directory, behind the one question that a referral asks. */
@FunctionalInterface
public interface ServiceSuggestions {
    /**
     * {@return ids of services, the best first; none of those that were tried}
     *
     * @param needs the needs to meet
     * @param tried ids of services that were asked before
     */
    List<String> suggest(List<ConceptRef> needs, Set<String> tried);
}
