package london.loti.mapping.geojson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The texts in an object, with the names of nested objects in front: {@code properties.name}. */
final class Properties {
    private Properties() {}

    static Map<String, String> read(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        read(json, "", texts);
        return texts;
    }

    private static void read(JsonParser json, String prefix, Map<String, String> texts) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                read(json, name + ".", texts);
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(name, json.getText().strip());
            } else {
                json.skipChildren();
            }
        }
    }
}
