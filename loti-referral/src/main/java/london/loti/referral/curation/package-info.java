/**
 * Keeping a directory true: which feed is right where several speak of one service, what is probably the same service
 * twice, who has looked at a record, and how long ago. A directory dies of old records, not of missing software.
 *
 * <p>Start with {@link london.loti.referral.curation.Freshness} for the age of a record, {@link
 * london.loti.referral.curation.Duplicates} and {@link london.loti.referral.curation.Conflicts} for several feeds, and
 * {@link london.loti.referral.curation.ReviewTable} for who may publish what. All of them propose and a person decides:
 * nothing is merged by itself. Nothing depends on the order in which feeds were read.
 */
@NullMarked
package london.loti.referral.curation;

import org.jspecify.annotations.NullMarked;
