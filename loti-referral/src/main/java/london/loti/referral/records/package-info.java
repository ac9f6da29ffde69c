/**
 * What becomes of records about residents: how long they are kept ({@link london.loti.referral.records.Retention}), how
 * they are erased without breaking the chain ({@link london.loti.referral.records.Erasure}), and the copy that a resident
 * may ask for ({@link london.loti.referral.records.SubjectAccess}).
 */
@NullMarked
package london.loti.referral.records;

import org.jspecify.annotations.NullMarked;
