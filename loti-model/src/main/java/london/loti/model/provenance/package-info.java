/**
 * Provenance says where a number comes from: which published source, under which licence, from which bytes, by which
 * method. A {@link london.loti.model.provenance.Manifest} beside every output records it, so that anybody can
 * recompute the output and compare.
 */
@NullMarked
package london.loti.model.provenance;

import org.jspecify.annotations.NullMarked;
