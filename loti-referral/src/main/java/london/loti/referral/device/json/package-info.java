/** The ledger of devices as JSON lines, one event a line: what a store keeps. */
@NullMarked
package london.loti.referral.device.json;

import org.jspecify.annotations.NullMarked;
