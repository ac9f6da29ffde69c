package london.loti.persona.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import london.loti.model.provenance.Dataset;
import london.loti.persona.bank.Persona;

/**
 * A pattern with an initial in place of a portrait. A face would bring an age, a sex and a skin that define nobody; a
 * pattern only helps to find a card again.
 */
final class Picture {
    private static final int TILES = 4;

    private static final int SIDE = 24;

    /** Dark and light of one hue; white on the dark one, and the dark one on white, have AA contrast. */
    private static final List<String[]> COLOURS = List.of(
            new String[] {"#1f3f94", "#a9bdf0"},
            new String[] {"#7a2e5d", "#e8b4d2"},
            new String[] {"#14605a", "#9fd6cd"},
            new String[] {"#8a3f12", "#f0c29f"},
            new String[] {"#4b3a8c", "#c6bbf0"},
            new String[] {"#3c5a1e", "#c3dba3"});

    private Picture() {}

    /** The quarter circles are drawn from a hash of the id: the same in every printout. */
    static Map<String, String> of(int place, Persona persona) {
        byte[] bits = Dataset.newDigest().digest(persona.id().getBytes(StandardCharsets.UTF_8));
        StringBuilder path = new StringBuilder();
        for (int tile = 0; tile < TILES * TILES; tile++) {
            int x = tile % TILES * SIDE;
            int y = tile / TILES * SIDE;
            path.append(quarter(bits[tile] & 3, x, y));
        }
        String[] colours = COLOURS.get(Math.floorMod(place, COLOURS.size()));
        int first = persona.name().strip().codePointAt(0);
        String initial = new String(Character.toChars(first)).toUpperCase(Locale.ROOT);
        return Map.of("dark", colours[0], "light", colours[1], "path", path.toString(), "initial", initial);
    }

    private static String quarter(int corner, int x, int y) {
        int right = x + SIDE;
        int below = y + SIDE;
        return switch (corner) {
            case 0 -> arc(x, y, right, y, x, below);
            case 1 -> arc(right, y, right, below, x, y);
            case 2 -> arc(right, below, x, below, right, y);
            default -> arc(x, below, x, y, right, below);
        };
    }

    private static String arc(int cornerX, int cornerY, int fromX, int fromY, int toX, int toY) {
        return "M" + cornerX + " " + cornerY + "L" + fromX + " " + fromY + "A" + SIDE + " " + SIDE + " 0 0 1" + " "
                + toX + " " + toY + "Z";
    }
}
