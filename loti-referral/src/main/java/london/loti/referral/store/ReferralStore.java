package london.loti.referral.store;

import java.util.List;
import java.util.Optional;

/**
 * Keeps events. An implementation passes {@link london.loti.referral.store.contract.StoreContract}.
 *
 * <p><b>All or nothing.</b> {@link #append} adds every event of an append, or none, be it that the connection breaks, the
 * disk is full or the process dies. When it returns, the events are safe. When it throws {@link StoreException} the
 * caller can't know; sending the same command again is safe, because a command that is kept already adds nothing.
 *
 * <p><b>One after the other.</b> Appends have one order, that of {@link StoredEvent#sequence()}, without a gap; a reader
 * never sees an event before all those with a smaller sequence. Implementations are thread-safe, and safe with several
 * processes on one database.
 *
 * <p>Every method throws {@link StoreException} where the environment fails.
 */
public interface ReferralStore extends AutoCloseable {
    /**
     * {@return all events of a stream, oldest first; empty where there is no such stream}
     *
     * @param stream a stream
     */
    List<StoredEvent> read(String stream);

    /**
     * Adds all events, or none.
     *
     * @param append what to add
     * @return the events as they are kept, with their places and hashes by {@link Chain#link}; where the command is kept
     *     already, the events that it added then
     * @throws ConcurrentChangeException if the stream has another version than is expected; nothing is added
     */
    Appended append(Append append);

    /**
     * {@return the events that a command added, oldest first; empty where the command is not known}
     *
     * @param command a command's id
     */
    List<StoredEvent> ofCommand(String command);

    /**
     * {@return events of all streams in the order of the store}
     *
     * @param sequence those after this one; 0 for the beginning
     * @param limit at most so many, at least 1
     */
    List<StoredEvent> after(long sequence, int limit);

    /**
     * {@return the streams that have an event about a resident, in the order of their first}
     *
     * @param subject the resident's token
     */
    List<String> streamsOf(String subject);

    /** {@return the end of the chain} */
    Chain.Head head();

    /**
     * Takes away the sealed part of every event of a stream that is about a resident, for good. Digests and hashes stay.
     *
     * @param stream a stream
     * @param subject the resident's token
     * @return how many sealed parts were taken away
     */
    int erase(String stream, String subject);

    /**
     * {@return the wrapped data key of a resident; empty where there is none, or where it was destroyed}
     *
     * @param subject the resident's token
     */
    Optional<String> key(String subject);

    /**
     * Keeps a wrapped data key for a resident who has none.
     *
     * @param subject the resident's token
     * @param wrapped the key, encrypted with one that the store does not know
     * @return the key that is kept: this one, or the one that somebody else was quicker to keep
     * @throws KeyDestroyedException if the resident's key was destroyed; there is no second one
     */
    String keepKey(String subject, String wrapped);

    /**
     * Puts a data key that was wrapped again in the place of the one that is kept, for a change of master keys.
     *
     * @param subject the resident's token
     * @param kept the wrapped key as it was read
     * @param renewed the same key, wrapped again
     * @return whether it was replaced; false where another one is kept by now, or none
     */
    boolean replaceKey(String subject, String kept, String renewed);

    /**
     * {@return residents who have a data key, in the order of their tokens, character by character}
     *
     * @param after those after this token; the empty text for the beginning
     * @param limit at most so many, at least 1
     */
    List<String> subjectsWithKey(String after, int limit);

    /**
     * Destroys a resident's data key, for good: what was sealed with it can't be opened any more, in any copy.
     *
     * @param subject the resident's token
     * @return whether there was a key
     */
    boolean destroyKey(String subject);

    /** Lets go of what the store holds. */
    @Override
    void close();
}
