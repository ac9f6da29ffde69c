package london.loti.referral.linkwork;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Role;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.Append;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * The supervisor's look at open work: at everything that nobody has looked at for long, and at some others drawn by lot, so
 * that nobody knows which. What came of it is kept in a stream of its own.
 */
public final class Supervision {
    private static final String PREFIX = "review-";
    private static final String TYPE = "Reviewed";

    private final ReferralStore store;
    private final Sealer sealer;
    private final Clock clock;
    private final WorkloadPolicy policy;

    /**
     * Opens the reviews of a store.
     *
     * @param store where reviews are kept
     * @param sealer seals notes before they are kept
     * @param clock tells when a review was
     * @param policy after how long a review is due
     */
    public Supervision(ReferralStore store, Sealer sealer, Clock clock, WorkloadPolicy policy) {
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
        this.policy = policy;
    }

    /** What came of a review. */
    public enum Result {
        /** It goes well. */
        GOES_WELL,
        /** Something has to be done in another way. */
        CHANGE,
        /** Somebody else should take over. */
        HAND_OVER,
        /** It should be ended. */
        END
    }

    /**
     * One review.
     *
     * @param result what came of it
     * @param note more, in words; null for nothing, and after an erasure
     */
    public record Reviewed(
            @Classified(DataClass.OPERATIONAL) Result result,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note) {
        /**
         * Checks that there is a result.
         *
         * @param result what came of it
         * @param note more, in words; null for nothing
         */
        public Reviewed {
            Objects.requireNonNull(result, "a review needs its 'result'");
        }

        /** Says nothing of the note. */
        @Override
        public String toString() {
            return "Reviewed[" + result + ", redacted]";
        }
    }

    /**
     * {@return open referrals that nobody has reviewed for long, the longest first}
     *
     * @param caseload a link worker's caseload
     */
    public List<ReferralId> due(Caseload caseload) {
        Instant before = clock.instant().minus(Duration.ofDays(policy.reviewDays()));
        return caseload.referrals().stream()
                .filter(Supervision::isOpen)
                .filter(referral -> !since(referral).isAfter(before))
                .sorted(Comparator.comparing(this::since)
                        .thenComparing(referral -> referral.id().value()))
                .map(Referral::id)
                .toList();
    }

    /**
     * {@return some of the open referrals that are not due, drawn by lot}
     *
     * @param caseload a link worker's caseload
     * @param count how many at most
     * @param seed the same seed draws the same of the same
     */
    public List<ReferralId> sample(Caseload caseload, int count, long seed) {
        List<ReferralId> due = due(caseload);
        List<ReferralId> rest = new ArrayList<>(caseload.referrals().stream()
                .filter(Supervision::isOpen)
                .map(Referral::id)
                .filter(id -> !due.contains(id))
                .toList());
        SplittableRandom random = new SplittableRandom(seed);
        List<ReferralId> drawn = new ArrayList<>();
        while (drawn.size() < count && !rest.isEmpty()) {
            drawn.add(rest.remove(random.nextInt(rest.size())));
        }
        return List.copyOf(drawn);
    }

    /**
     * Keeps a review.
     *
     * @param command the command's own id; the same id is kept once
     * @param referral the referral that was looked at
     * @param supervisor who looked
     * @param review what came of it
     * @throws IllegalArgumentException if it is no supervisor
     * @throws london.loti.referral.store.ConcurrentChangeException if somebody else keeps one at the same moment
     * @throws london.loti.referral.store.KeyDestroyedException if the resident's data were erased
     */
    public void record(String command, Referral referral, Actor supervisor, Reviewed review) {
        if (supervisor.role() != Role.SUPERVISOR) {
            throw new IllegalArgumentException("a review is for a supervisor, but was kept for " + supervisor.role());
        }
        String stream = streamOf(referral.id());
        store.append(new Append(
                stream,
                store.read(stream).size(),
                command,
                List.of(PlanCodec.encode(
                        sealer, stream, referral.resident().token(), supervisor, clock.instant(), TYPE, review))));
    }

    /**
     * {@return the last review of a referral; empty where there was none}
     *
     * @param referral a referral's id
     */
    public Optional<Reviewed> last(ReferralId referral) {
        return lastStored(referral).map(stored -> PlanCodec.decode(sealer, stored, Reviewed.class));
    }

    /**
     * A review that was kept.
     *
     * @param at when
     * @param actor the opaque id of the supervisor
     * @param review what came of it
     */
    public record Kept(
            @Classified(DataClass.OPERATIONAL) Instant at,
            @Classified(DataClass.OPERATIONAL) String actor,
            @Classified(DataClass.FREE_TEXT) Reviewed review) {}

    /**
     * {@return the reviews of a referral, oldest first}
     *
     * @param referral a referral's id
     */
    public List<Kept> of(ReferralId referral) {
        return store.read(streamOf(referral)).stream()
                .map(stored -> new Kept(stored.at(), stored.actor(), PlanCodec.decode(sealer, stored, Reviewed.class)))
                .toList();
    }

    /**
     * {@return the stream that the reviews of a referral are kept in}
     *
     * @param referral a referral's id
     */
    public static String streamOf(ReferralId referral) {
        return PREFIX + referral.value();
    }

    private Optional<StoredEvent> lastStored(ReferralId referral) {
        List<StoredEvent> reviews = store.read(streamOf(referral));
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.get(reviews.size() - 1));
    }

    private Instant since(Referral referral) {
        Instant handed = Caseload.lastEvent(referral);
        return lastStored(referral.id())
                .map(StoredEvent::at)
                .filter(reviewed -> reviewed.isAfter(handed))
                .orElse(handed);
    }

    private static boolean isOpen(Referral referral) {
        return referral.state() == ReferralState.DRAFT || referral.state().isOpen();
    }
}
