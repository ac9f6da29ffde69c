/**
 * An allocation is a proposal of who is offered which device when there are too few. It is exact: no other proposal
 * meets more needs or costs fewer points under the same floors. Who is equal is drawn by lot, and the draw can be
 * repeated. Nothing here gives a device to anybody: a person decides on every
 * {@link london.loti.referral.device.allocation.Offer}, and only that decision reserves a device in the
 * {@link london.loti.referral.device.DeviceLedger ledger}.
 *
 * <p>{@link london.loti.referral.device.allocation.Allocation} is the way in;
 * {@link london.loti.referral.device.allocation.TransportProblem} is the calculation alone, without residents.
 */
@NullMarked
package london.loti.referral.device.allocation;

import org.jspecify.annotations.NullMarked;
