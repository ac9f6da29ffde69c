package london.loti.persona.fit;

import java.util.Objects;

/**
 * A share of the people of one group.
 *
 * @param group the group's name for readers; {@link FairnessReport#NOT_RECORDED} for those whose group is not known
 * @param share the share, or why it is not shown
 */
public record GroupShare(String group, DisclosedShare share) {
    /**
     * Checks that both are there.
     *
     * @param group the group's name for readers
     * @param share the share, or why it is not shown
     */
    public GroupShare {
        Objects.requireNonNull(group, "a share needs its 'group'");
        Objects.requireNonNull(share, "a group needs its 'share'");
    }
}
