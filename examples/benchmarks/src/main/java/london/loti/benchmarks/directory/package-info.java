/**
 * How well and how fast a directory of services is searched, beside plainer ways: the ranking of Hackney's Better
 * Conversations, written anew from a description of it, and a judged set of searches in the words of residents and staff.
 */
@NullMarked
package london.loti.benchmarks.directory;

import org.jspecify.annotations.NullMarked;
