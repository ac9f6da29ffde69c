/**
 * Opening hours: whether a service is open at a time, closed, or nobody can tell. Directories publish hours as parts of
 * recurrence rules, as prose, or not at all; sending a resident to a closed door costs their trust, so what isn't known
 * is {@link london.loti.referral.opening.OpenState#UNKNOWN} and never closed, and never open.
 *
 * <p>Start with {@link london.loti.referral.opening.OpeningHours#of}. The conventions:
 *
 * <ul>
 *   <li>{@code dtstart}, {@code until} and {@code count} bound when something takes place: outside it is closed. {@code
 *       valid_from} and {@code valid_to} bound what is known: outside, that schedule says nothing.
 *   <li>Several schedules add up: open where one says open, else unknown where one can't say, else closed.
 *   <li>A time is what the clock on the wall shows. In the hour that comes twice it counts both times, an hour that
 *       is skipped has no door to open. Hours that end at or before they begin end on the next day, and belong to the
 *       day on which they began; an end of 23:59 means midnight.
 *   <li>Times with {@code Z} or another offset are read both ways, as written and as the clock on the wall, because feeds
 *       add the letter without meaning it; where the readings differ the state is unknown. A policy can choose one.
 *   <li>On a bank holiday, usual hours are unknown, unless a schedule is for that day alone. A policy can choose.
 *   <li>A part that RFC 5545 doesn't have for a frequency narrows the days down, and is a finding.
 * </ul>
 */
@NullMarked
package london.loti.referral.opening;

import org.jspecify.annotations.NullMarked;
