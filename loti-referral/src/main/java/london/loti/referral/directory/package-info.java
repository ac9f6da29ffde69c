/**
 * A directory is what there is for residents, from all the feeds that a council takes.
 *
 * <p>{@link london.loti.referral.directory.DirectoryFiles} keeps one in a folder, without loss, and never half written.
 */
@NullMarked
package london.loti.referral.directory;

import org.jspecify.annotations.NullMarked;
