/**
 * A directory is what there is for residents, from all the feeds that a council takes.
 *
 * <p>{@link london.loti.referral.directory.DirectoryFiles} keeps one in a folder, without loss, and never half written;
 * {@link london.loti.referral.directory.Directory} searches it. Every hit carries its reasons, a result counts what was
 * left out and why, and {@link london.loti.referral.directory.Directory#explain} answers for any one service.
 */
@NullMarked
package london.loti.referral.directory;

import org.jspecify.annotations.NullMarked;
