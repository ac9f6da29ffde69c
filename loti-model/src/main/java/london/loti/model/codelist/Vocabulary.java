package london.loti.model.codelist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import london.loti.model.need.Codelist;
import london.loti.model.need.Concept;
import london.loti.model.need.ConceptRef;

/**
 * All codelists that are in use: those that come with loti, some of them replaced, and others added. It turns references
 * into words. Immutable and thread-safe.
 */
public final class Vocabulary {
    private final Map<String, Codelist> lists;

    private Vocabulary(Map<String, Codelist> lists) {
        this.lists = lists;
    }

    /** {@return the codelists that come with loti} */
    public static Vocabulary bundled() {
        Map<String, Codelist> lists = new LinkedHashMap<>();
        Codelists.bundledNames().forEach(name -> lists.put(name, Codelists.bundled(name)));
        return new Vocabulary(lists);
    }

    /**
     * {@return this vocabulary with one more codelist, or with another version of one that it has}
     *
     * @param list the codelist
     */
    public Vocabulary with(Codelist list) {
        Map<String, Codelist> more = new LinkedHashMap<>(lists);
        more.put(list.id(), list);
        return new Vocabulary(more);
    }

    /** {@return the codelists, in the order in which they were added} */
    public List<Codelist> codelists() {
        return List.copyOf(lists.values());
    }

    /**
     * {@return the codelist with this id; empty where there is none}
     *
     * @param id the id of a codelist
     */
    public Optional<Codelist> codelist(String id) {
        return Optional.ofNullable(lists.get(id));
    }

    /**
     * {@return the concept that a reference names; empty where codelist or code is not there}
     *
     * @param reference a reference
     */
    public Optional<Concept> find(ConceptRef reference) {
        return codelist(reference.codelist()).flatMap(list -> list.find(reference.code()));
    }

    /**
     * {@return whether a codelist that is in use has the concept}
     *
     * @param reference a reference
     */
    public boolean contains(ConceptRef reference) {
        return find(reference).isPresent();
    }

    /**
     * {@return the words for a reference: its concept's label, or the reference as it is written where nothing has it}
     *
     * @param reference a reference
     */
    public String label(ConceptRef reference) {
        return find(reference).map(Concept::label).orElseGet(reference::toString);
    }
}
