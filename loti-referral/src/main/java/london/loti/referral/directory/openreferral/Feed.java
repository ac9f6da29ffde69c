package london.loti.referral.directory.openreferral;

import java.util.List;
import java.util.Objects;

import london.loti.model.provenance.Dataset;
import london.loti.model.service.Location;
import london.loti.model.service.Organisation;
import london.loti.model.service.Service;
import london.loti.model.service.Taxonomy;
import london.loti.model.service.TaxonomyTerm;

/**
 * What was read from a feed.
 *
 * @param form how the records were put into files
 * @param standard the standard that has all their fields; where several have, the profile for the United Kingdom first
 * @param serviceCount how many services there were
 * @param services the services in the order of the feed; none where they were handed on one by one
 * @param organisations organisations that stood for themselves, with a service or without
 * @param locations locations that stood for themselves
 * @param taxonomies taxonomies that stood for themselves
 * @param terms terms that stood for themselves, or in a taxonomy
 * @param sources the files with their hashes
 */
public record Feed(
        FeedForm form,
        Standard standard,
        long serviceCount,
        List<Service> services,
        List<Organisation> organisations,
        List<Location> locations,
        List<Taxonomy> taxonomies,
        List<TaxonomyTerm> terms,
        List<Dataset> sources) {

    /**
     * Copies the lists.
     *
     * @param form how the records were put into files
     * @param standard the standard that has all their fields
     * @param serviceCount how many services there were
     * @param services the services in the order of the feed; none where they were handed on one by one
     * @param organisations organisations that stood for themselves, with a service or without
     * @param locations locations that stood for themselves
     * @param taxonomies taxonomies that stood for themselves
     * @param terms terms that stood for themselves, or in a taxonomy
     * @param sources the files with their hashes
     */
    public Feed {
        Objects.requireNonNull(form, "a feed needs a 'form'");
        Objects.requireNonNull(standard, "a feed needs a 'standard'");
        services = List.copyOf(services);
        organisations = List.copyOf(organisations);
        locations = List.copyOf(locations);
        taxonomies = List.copyOf(taxonomies);
        terms = List.copyOf(terms);
        sources = List.copyOf(sources);
    }
}
