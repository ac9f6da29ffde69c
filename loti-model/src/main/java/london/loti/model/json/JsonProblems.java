package london.loti.model.json;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson.Code;

/** Tells a Jackson exception in loti's words: its own message may quote the document. */
final class JsonProblems {
    private static final String DUPLICATE = "Duplicate field";
    private static final Pattern STEP = Pattern.compile("|[A-Za-z_$@][A-Za-z0-9_$.:~-]{0,79}|[0-9]{1,7}");

    private JsonProblems() {}

    static void add(String source, JsonProcessingException e, Findings findings) {
        Where where = where(source, e.getLocation(), path(e));
        String original = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            findings.error(Code.TOO_LARGE, LotiJson.TOO_LARGE, where);
        } else if (e instanceof JsonEOFException) {
            findings.error(Code.NOT_JSON, "the document breaks off here", where);
        } else if (e instanceof InputCoercionException) {
            findings.error(
                    Code.INVALID_VALUE, "the number here is too large or too small for what it stands for", where);
        } else if (e instanceof JsonParseException && original.startsWith(DUPLICATE)) {
            findings.error(Code.NOT_JSON, "a field must come once, but comes twice here", where);
        } else if (e instanceof JsonParseException && original.startsWith("Invalid UTF-8")) {
            findings.error(Code.NOT_JSON, "the text must be UTF-8, but is not here", where);
        } else if (e instanceof JsonMappingException && e.getCause() instanceof JsonProcessingException inner) {
            add(source, inner, findings);
        } else if (e instanceof MismatchedInputException mismatch && original.startsWith("Trailing token")) {
            findings.error(Code.NOT_JSON, "nothing must follow the document, but something does here", where);
            assert mismatch.getPath().isEmpty();
        } else if (e instanceof MismatchedInputException && original.startsWith("No content")) {
            findings.error(Code.NOT_JSON, "the document is empty", where);
        } else if (e instanceof JsonMappingException) {
            findings.error(Code.INVALID_VALUE, "a value is missing here, or is of the wrong kind", where);
        } else {
            findings.error(Code.NOT_JSON, "the text is not valid JSON here", where);
        }
    }

    static Where where(String source, @Nullable JsonLocation at, String path) {
        Integer line = at == null || at.getLineNr() < 1 ? null : at.getLineNr();
        return new Where(source, line, path.isEmpty() ? null : shown(path));
    }

    /** A field that is called like no field may be somebody's name or address, and is not repeated. */
    private static String shown(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(step -> STEP.matcher(step).matches() ? step : "(name not shown)")
                .collect(Collectors.joining("/"));
    }

    private static String path(JsonProcessingException e) {
        List<JsonMappingException.Reference> path =
                e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
