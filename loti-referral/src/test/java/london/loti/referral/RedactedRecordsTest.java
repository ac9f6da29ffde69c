package london.loti.referral;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every record of the library is looked at, so that a new one is covered on the day it is written: one that holds what must
 * not show says itself how it prints, and one that holds something about a resident classifies all of it.
 */
class RedactedRecordsTest {
    /** Types that print nothing of what they hold, whoever holds them. */
    private static final Set<Class<?>> TIGHT = Set.of(Sensitive.class, ResidentRef.class);

    private record Leaking(
            @Classified(DataClass.OPERATIONAL) String id,
            @Classified(DataClass.FREE_TEXT) String note) {}

    private record Tight(
            @Classified(DataClass.OPERATIONAL) String id,
            @Classified(DataClass.FREE_TEXT) Sensitive<String> note) {}

    private record Redacted(@Classified(DataClass.FREE_TEXT) List<String> notes) {
        @Override
        public String toString() {
            return "Redacted[redacted]";
        }
    }

    @Test
    void whatMustNotShowDoesNotPrint() throws Exception {
        List<Class<?>> records = records();
        assertThat(records).hasSizeGreaterThan(150);
        assertThat(records.stream().filter(RedactedRecordsTest::prints)).isEmpty();
    }

    @Test
    void whatIsClassifiedInPartIsClassifiedAsAWhole() throws Exception {
        assertThat(records().stream()
                        .filter(type -> classified(type) > 0)
                        .filter(type -> classified(type) < type.getRecordComponents().length))
                .isEmpty();
    }

    @Test
    void aRecordThatWouldShowIsFound() throws Exception {
        assertThat(prints(Leaking.class)).isTrue();
        assertThat(prints(Tight.class)).isFalse();
        assertThat(prints(Redacted.class)).isFalse();
    }

    private static long classified(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Classified.class))
                .count();
    }

    /** Whether it prints a component that must not show: the compiler made its toString, and the component's is no better. */
    private static boolean prints(Class<?> type) {
        return hasToStringOfTheCompiler(type)
                && Stream.of(type.getRecordComponents()).anyMatch(RedactedRecordsTest::shows);
    }

    private static boolean shows(RecordComponent component) {
        Classified classified = component.getAnnotation(Classified.class);
        boolean mustNot = classified != null && classified.value() != DataClass.OPERATIONAL;
        Class<?> type = component.getType();
        boolean safe = TIGHT.contains(type) || (type.isRecord() && !hasToStringOfTheCompiler(type));
        return mustNot && !safe;
    }

    /** The compiler's own asks for a method of this form where it is run; nothing else does. */
    private static boolean hasToStringOfTheCompiler(Class<?> type) {
        String form = "(L" + type.getName().replace('.', '/') + ";)Ljava/lang/String;";
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(form);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Class<?>> records() throws Exception {
        return TypesOfLoti.all().stream().filter(Class::isRecord).toList();
    }
}
