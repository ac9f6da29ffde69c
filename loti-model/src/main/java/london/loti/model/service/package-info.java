/**
 * What there is for residents, and who gives it: organisations, services and locations as Open Referral's HSDS 3 and
 * Open Referral UK 3.0 describe them, plus what a referral needs and the standards lack (how a referral reaches a
 * service, whom it is for, places left with their date, whether somebody leads on safeguarding, which locations are
 * confidential).
 *
 * <p>Start with {@link london.loti.model.service.Service}. Records hold what was published: dates and times stay the
 * texts that they were, an absent field is null or an empty list, and fields that the standards do not have are kept in
 * {@link london.loti.model.service.Extras}. The records keep what a feed breaks; whether a feed keeps the rules is for
 * its check to say.
 */
@NullMarked
package london.loti.model.service;

import org.jspecify.annotations.NullMarked;
