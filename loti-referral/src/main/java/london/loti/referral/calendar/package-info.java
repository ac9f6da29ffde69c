/**
 * Working days: days on which a council works, so neither weekends nor bank holidays nor days on which the council
 * itself is closed. Deadlines of referrals are counted in them.
 *
 * <p>Start with {@link london.loti.referral.calendar.WorkingDays#of}. Day one is the first working day <em>after</em>
 * the day something arrived, whatever the hour; a deadline is the end of the last day counted.
 */
@NullMarked
package london.loti.referral.calendar;

import org.jspecify.annotations.NullMarked;
