/**
 * A device on its way from somebody who has done with it to a resident who needs it: offered, collected, wiped, tested,
 * graded, in stock, reserved, issued, and perhaps back. The {@link london.loti.referral.device.DeviceLedger ledger}
 * holds what happened and nothing else; every state is worked out from it. What must hold before a step stands in a
 * {@link london.loti.referral.device.DevicePolicy policy}, which is data.
 *
 * <p>A device is known by an opaque id and its make class, never by a serial number; who wiped or decided is a role,
 * never a name; who gets it is a {@link london.loti.model.need.ResidentRef}.
 */
@NullMarked
package london.loti.referral.device;

import org.jspecify.annotations.NullMarked;
