package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.json.LotiJson;
import london.loti.persona.bank.PersonaBank;

import static org.assertj.core.api.Assertions.assertThat;

class PersonaCardsCommandTest {
    @TempDir
    Path folder;

    @Test
    void cardsAreWrittenAndTheNextStepIsSaid() throws IOException {
        Path page = folder.resolve("new/cards.html");
        Run run = Run.loti("persona", "cards", "london", "--out", page);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("cards.html (12 cards, ", "each persona begins a page");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("Rosalind Pereira");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aBankIsNeverWrittenOver() throws IOException {
        Path bank = Files.writeString(folder.resolve("bank.json"), LotiJson.write(PersonaBank.london()));
        Run run = Run.loti("persona", "cards", bank, "--out", bank);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("must not take the place of an input").doesNotContain("Exception");
        assertThat(LotiJson.read(bank, PersonaBank.class).orElseThrow()).isEqualTo(PersonaBank.london());
    }

    @Test
    void whatIsWrongIsToldWithoutACard() throws IOException {
        Path bank = Files.writeString(folder.resolve("bank.json"), "{\"id\": \"mine\"}");
        Run run = Run.loti("persona", "cards", bank, "--out", folder.resolve("cards.html"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("bank.json").doesNotContain("Exception");
        assertThat(folder.resolve("cards.html")).doesNotExist();
        assertThat(Run.loti("persona", "cards").exit()).isEqualTo(2);
    }
}
