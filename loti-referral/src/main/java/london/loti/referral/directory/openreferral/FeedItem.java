package london.loti.referral.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.openreferral.RuleTable.Kind;

/**
 * One record of a feed, as a tree.
 *
 * @param kind what it is
 * @param node the tree
 * @param source the file's name
 * @param line the line on which it begins; null where it has none
 * @param path its path in its document; empty for the whole document
 * @param isChecked whether its parts were held against the rules already, each where it stands
 */
record FeedItem(
        Kind kind, ObjectNode node, String source, @Nullable Integer line, String path, boolean isChecked) {}
