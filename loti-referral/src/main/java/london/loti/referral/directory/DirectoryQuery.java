package london.loti.referral.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.referral.eligibility.ResidentCircumstances;

/**
 * What a directory is asked: words, needs, and what must hold for a resident. What is not asked does not count. It may
 * hold what a resident said, so it prints as redacted, and is for one search, not for keeping. Immutable.
 */
public final class DirectoryQuery {
    /** The most hits on a page. */
    public static final int LARGEST_PAGE = 200;

    /** The last hit that can be paged to. */
    public static final int DEEPEST = 10_000;

    private static final int LONGEST_TEXT = 500;

    final String words;
    final Set<ConceptRef> needs;
    final Set<ConceptRef> types;
    final Set<ConceptRef> groups;
    final boolean allGroups;
    final double latitude;
    final double longitude;
    final double withinMetres;
    final @Nullable ResidentCircumstances resident;
    final boolean acceptsReferrals;
    final boolean hasCapacity;
    final @Nullable Instant openAt;
    final @Nullable Instant asOf;
    final int page;
    final int perPage;

    private DirectoryQuery(Builder from) {
        words = from.words;
        needs = Collections.unmodifiableSet(new TreeSet<>(from.needs));
        types = Collections.unmodifiableSet(new TreeSet<>(from.types));
        groups = Collections.unmodifiableSet(new TreeSet<>(from.groups));
        allGroups = from.allGroups;
        latitude = from.latitude;
        longitude = from.longitude;
        withinMetres = from.withinMetres;
        resident = from.resident;
        acceptsReferrals = from.acceptsReferrals;
        hasCapacity = from.hasCapacity;
        openAt = from.openAt;
        asOf = from.asOf;
        page = from.page;
        perPage = from.perPage;
    }

    /** {@return a query that asks nothing yet: every service that is given is a hit} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a query for words}
     *
     * @param words what somebody looks for, in their own words
     */
    public static DirectoryQuery of(String words) {
        return builder().words(words).build();
    }

    boolean isNear() {
        return !Double.isNaN(latitude);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "DirectoryQuery[redacted]";
    }

    /** Makes a query step by step. Not thread-safe. */
    public static final class Builder {
        private String words = "";
        private final Set<ConceptRef> needs = new TreeSet<>();
        private final Set<ConceptRef> types = new TreeSet<>();
        private final Set<ConceptRef> groups = new TreeSet<>();
        private boolean allGroups;
        private double latitude = Double.NaN;
        private double longitude = Double.NaN;
        private double withinMetres = Double.NaN;
        private @Nullable ResidentCircumstances resident;
        private boolean acceptsReferrals;
        private boolean hasCapacity;
        private @Nullable Instant openAt;
        private @Nullable Instant asOf;
        private int page = 1;
        private int perPage = 20;

        private Builder() {}

        /**
         * Looks for words. What stands between quotation marks must stand together; of the rest, one word is enough.
         *
         * @param value what somebody looks for, in their own words
         * @return this builder
         * @throws IllegalArgumentException if they are longer than 500 characters
         */
        public Builder words(String value) {
            if (value.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "the words of a search must be at most " + LONGEST_TEXT + " characters");
            }
            words = value;
            return this;
        }

        /**
         * Looks for services of a kind that helps with one of these needs.
         *
         * @param value needs, which the directory's {@link NeedMapping} leads to kinds of service
         * @return this builder
         */
        public Builder needs(Collection<ConceptRef> value) {
            needs.addAll(value);
            return this;
        }

        /**
         * Looks for services of one of these kinds.
         *
         * @param value kinds of service, the codelist being the taxonomy that services name
         * @return this builder
         */
        public Builder types(Collection<ConceptRef> value) {
            types.addAll(value);
            return this;
        }

        /**
         * Also asks for what is only for one of these groups. What is only for a group that nobody asked for is left out.
         *
         * @param value groups, as services name them in their eligibility
         * @return this builder
         */
        public Builder groups(Collection<ConceptRef> value) {
            groups.addAll(value);
            return this;
        }

        /**
         * Also shows services that are only for a group which nobody asked for.
         *
         * @param value whether to
         * @return this builder
         */
        public Builder allGroups(boolean value) {
            allGroups = value;
            return this;
        }

        /**
         * Ranks what is nearer higher.
         *
         * @param degreesNorth where somebody starts from, WGS 84
         * @param degreesEast the same
         * @return this builder
         * @throws IllegalArgumentException if the degrees are none of this planet
         */
        public Builder near(double degreesNorth, double degreesEast) {
            if (!(Math.abs(degreesNorth) <= 90) || !(Math.abs(degreesEast) <= 180)) {
                throw new IllegalArgumentException(
                        "a place must have a latitude from -90 to 90 and a longitude from -180"
                                + " to 180 degrees\nMaybe they are swapped, or metres of the national grid.");
            }
            latitude = degreesNorth;
            longitude = degreesEast;
            return this;
        }

        /**
         * Leaves out what is farther; {@link #near} must be said too.
         *
         * @param value metres as the crow flies
         * @return this builder
         * @throws IllegalArgumentException if it is not more than nothing
         */
        public Builder withinMetres(double value) {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a distance must be more than nothing");
            }
            withinMetres = value;
            return this;
        }

        /**
         * Leaves out what is not for a resident, by all that is known of them: age, groups, where they live, language,
         * access, what they can pay. What is not known excludes nothing.
         *
         * @param value what is known
         * @return this builder
         */
        public Builder resident(ResidentCircumstances value) {
            resident = value;
            return this;
        }

        /**
         * Leaves out what takes no referrals.
         *
         * @return this builder
         */
        public Builder acceptsReferrals() {
            acceptsReferrals = true;
            return this;
        }

        /**
         * Leaves out what has no place left, as far as that was counted lately; {@link #asOf} must be said too.
         *
         * @return this builder
         */
        public Builder hasCapacity() {
            hasCapacity = true;
            return this;
        }

        /**
         * Leaves out what is closed at a time.
         *
         * @param value the time
         * @return this builder
         */
        public Builder openAt(Instant value) {
            openAt = value;
            return this;
        }

        /**
         * Says what time it is. Without it, nothing is said about how old a record is.
         *
         * @param value the time at which it is asked
         * @return this builder
         */
        public Builder asOf(Instant value) {
            asOf = value;
            return this;
        }

        /**
         * Chooses a page; the first, of 20, if not called.
         *
         * @param number which page, from 1
         * @param size how many hits a page has
         * @return this builder
         * @throws IllegalArgumentException if the page is none
         */
        public Builder page(int number, int size) {
            if (number < 1 || size < 1 || size > LARGEST_PAGE || (long) number * size > DEEPEST) {
                throw new IllegalArgumentException("pages must count from 1, hold 1 to " + LARGEST_PAGE
                        + " hits and end at hit " + DEEPEST + " or before");
            }
            page = number;
            perPage = size;
            return this;
        }

        /**
         * Finishes the query.
         *
         * @return the query
         * @throws IllegalStateException if something was said that needs another thing, and that was not
         */
        public DirectoryQuery build() {
            if (!Double.isNaN(withinMetres) && Double.isNaN(latitude)) {
                throw new IllegalStateException(
                        "a distance must be from somewhere\nMaybe call near(degreesNorth, degreesEast).");
            }
            if (hasCapacity && asOf == null) {
                throw new IllegalStateException(
                        "how old a number of places is depends on the time\nMaybe call asOf(instant).");
            }
            return new DirectoryQuery(this);
        }
    }
}
