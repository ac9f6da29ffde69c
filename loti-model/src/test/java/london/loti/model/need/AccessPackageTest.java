package london.loti.model.need;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.model.json.LotiJson;

import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessPackageTest {
    @Test
    void whatNobodyToldIsUnknown() {
        assertThat(AccessPackage.unknown().in(AccessState.UNKNOWN)).containsExactly(AccessItem.values());
        AccessPackage some = new AccessPackage(Map.of(AccessItem.SKILLS, AccessState.NOT_NEEDED));
        assertThat(some.state(AccessItem.SKILLS)).isEqualTo(AccessState.NOT_NEEDED);
        assertThat(some.state(AccessItem.DEVICE)).isEqualTo(AccessState.UNKNOWN);
        assertThat(some.in(AccessState.NEEDED)).isEmpty();
    }

    @Test
    void isNeverChangedButCopied() {
        AccessPackage before = AccessPackage.unknown();
        AccessPackage after =
                before.with(AccessItem.DATA, AccessState.NEEDED).with(AccessItem.DEVICE, AccessState.NEEDED);
        assertThat(before).isEqualTo(AccessPackage.unknown());
        assertThat(after.in(AccessState.NEEDED)).containsExactly(AccessItem.DEVICE, AccessItem.DATA);
        assertThatThrownBy(() -> after.states().clear()).isInstanceOf(UnsupportedOperationException.class);
        Map<AccessItem, AccessState> given = new HashMap<>();
        AccessPackage made = new AccessPackage(given);
        given.put(AccessItem.DATA, AccessState.MET);
        assertThat(made).isEqualTo(AccessPackage.unknown());
    }

    @Test
    @SuppressWarnings("NullAway") // a document may hold it
    void aStateIsThere() {
        Map<AccessItem, AccessState> gap = new HashMap<>();
        gap.put(AccessItem.DATA, null);
        assertThatNullPointerException()
                .isThrownBy(() -> new AccessPackage(gap))
                .withMessage("an item of an access package needs a state");
        assertThat(told(read("{\"states\": {\"DATA\": null}}", AccessPackage.class)))
                .singleElement()
                .asString()
                .contains("an item of an access package needs a state");
    }

    @Test
    void readsBackFromJson() {
        AccessPackage some = AccessPackage.unknown().with(AccessItem.SUPPORT, AccessState.OFFERED);
        assertThat(read(LotiJson.write(some), AccessPackage.class).orElseThrow())
                .isEqualTo(some);
        assertThat(read("{\"states\": {\"SUPPORT\": \"OFFERED\"}}", AccessPackage.class)
                        .orElseThrow())
                .isEqualTo(some);
        assertThat(told(read("{}", AccessPackage.class))).containsExactly("own.json: an access package needs 'states'");
        assertThat(told(read("{\"states\": {\"PERSON\": \"NEEDED\"}}", AccessPackage.class)))
                .isNotEmpty();
    }
}
