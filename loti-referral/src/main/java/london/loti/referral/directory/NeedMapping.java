package london.loti.referral.directory;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import london.loti.model.codelist.Codelists;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.NeedsToServiceTypes;

/** Which kinds of service help with needs: data that somebody judged. */
@FunctionalInterface
public interface NeedMapping {
    /** Knows of nothing: a need does not narrow a search. */
    NeedMapping NONE = needs -> Set.of();

    /**
     * {@return the kinds of service that help with at least one of the needs; empty where nothing is known, and then the
     * needs do not narrow a search}
     *
     * @param needs concepts of codelists, for example {@code barriers:no-device}
     */
    Set<ConceptRef> typesFor(Collection<ConceptRef> needs);

    /** {@return loti's own crosswalks from needs to its codelist {@code service-types}} */
    static NeedMapping bundled() {
        NeedsToServiceTypes crosswalks = NeedsToServiceTypes.of(Codelists.bundledCrosswalkNames().stream()
                .map(Codelists::bundledCrosswalk)
                .toList());
        return needs ->
                new TreeSet<>(crosswalks.typesFor(needs, "service-types").types());
    }
}
