/**
 * A persona is an invented resident who stands for many. A {@link london.loti.persona.bank.PersonaBank} holds personas
 * as data: what defines each (apart from what only illustrates it), what keeps them offline and where, what helps, and
 * the evidence for every claim. It is read, checked ({@link london.loti.persona.bank.BankLint}), compared
 * ({@link london.loti.persona.bank.BankDiff}), searched and adapted.
 *
 * <p><b>What personas are for:</b> designing services, drawing survey samples, validation with staff, and counts that
 * have passed a disclosure rule. A persona is never stored on, or sent with, a resident: most of what it tells is not
 * so for any one of those it stands for.
 */
@NullMarked
package london.loti.persona.bank;

import org.jspecify.annotations.NullMarked;
