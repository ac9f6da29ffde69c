package london.loti.model.codelist;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/** An element of a taxonomy that is published as XML: as it stands there, or in the same shape as JSON. */
record TermNode(
        String tag,
        @Nullable String id,
        @Nullable String title,
        @Nullable String text,
        List<TermNode> children) {
    private static final int DEEPEST = 64;

    /** The same shape as JSON: objects with {@code tag}, {@code id}, {@code title}, {@code text} and {@code children}. */
    static TermNode ofJson(Map<?, ?> object) {
        List<TermNode> children = new ArrayList<>();
        if (object.get("children") instanceof List<?> list) {
            for (Object child : list) {
                if (child instanceof Map<?, ?> map) {
                    children.add(ofJson(map));
                }
            }
        }
        String tag = text(object, "tag");
        return new TermNode(
                tag == null ? "" : tag, text(object, "id"), text(object, "title"), text(object, "text"), children);
    }

    private static @Nullable String text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? text : null;
    }

    /** Reads XML without resolving anything outside of it. */
    static TermNode ofXml(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
        Deque<TermNode> open = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        TermNode root = new TermNode("", null, null, null, new ArrayList<>());
        open.push(root);
        texts.push(new StringBuilder());
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (open.size() > DEEPEST) {
                    throw new XMLStreamException("too deep");
                }
                open.push(new TermNode(
                        reader.getLocalName(),
                        reader.getAttributeValue(null, "id"),
                        reader.getAttributeValue(null, "title"),
                        null,
                        new ArrayList<>()));
                texts.push(new StringBuilder());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                texts.element().append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                TermNode done = open.pop();
                String text = texts.pop().toString().strip();
                open.element()
                        .children()
                        .add(new TermNode(
                                done.tag(), done.id(), done.title(), text.isEmpty() ? null : text, done.children()));
            }
        }
        return root.children().get(0);
    }
}
