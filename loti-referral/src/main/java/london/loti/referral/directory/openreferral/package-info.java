/**
 * A feed is a directory as others publish it: in one of the versions of Open Referral, as JSON documents, pages, lines
 * or tables. Reading one makes loti's services of it and tells every problem; writing one tells what the other
 * standard has no place for; checking one says whether it keeps the standard's rules, and how much it tells.
 *
 * <p>Start with {@link london.loti.referral.directory.openreferral.OpenReferralReader}. What a standard does not have is
 * kept as an extension of its record. loti's own fields are extensions, too, whose names begin with {@code x-loti-}.
 * The rules are data of loti, {@code rules.json}: facts of the published schemas, without their text.
 */
@NullMarked
package london.loti.referral.directory.openreferral;

import org.jspecify.annotations.NullMarked;
