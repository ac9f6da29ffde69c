package london.loti.referral.device.allocation;

/**
 * How the lottery was drawn, so that anybody can draw it again. The seed belongs to be drawn in public after the list of
 * needs is closed: who chooses it later could choose who wins.
 *
 * @param seed the seed
 * @param algorithm how a number follows from seed and id
 * @param version the version of the draw
 * @param inputSha256 the hash of all that the proposal was made from, in an order that is not that of the files
 * @param loti the version of the library
 */
public record Draw(long seed, String algorithm, int version, String inputSha256, String loti) {}
