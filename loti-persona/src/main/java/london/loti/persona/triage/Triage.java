package london.loti.persona.triage;

import java.util.List;
import java.util.Objects;

import london.loti.model.codelist.HomeRules;
import london.loti.model.finding.Nearest;
import london.loti.model.need.Answer;
import london.loti.model.need.Dyad;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.persona.intervention.BlendRules;
import london.loti.persona.intervention.InterventionCatalogue;

/**
 * From few answers to advice on a minimum access package.
 *
 * <pre>{@code
 * TriageAnswers answers = TriageAnswers.by(ConceptRef.parse("asked-by:self")).with("device", Answer.NO);
 * PackageAdvice advice = Triage.withDefaults().advise(answers);
 * }</pre>
 *
 * <p><b>How a part of the package stands:</b> it is needed where an answer says so. Otherwise it is unknown as long as a
 * question that could show it to be needed is open; only then do answers make it met or not needed. So nobody loses an
 * offer because they did not answer. <b>Offers</b> are all interventions that provide a part that is needed or unknown,
 * less those that make no sense in the home. Immutable and thread-safe; the same answers give the same advice.
 */
public final class Triage {
    private final TriageForm form;
    private final InterventionCatalogue catalogue;
    private final TemporaryAccommodationRule homes;
    private final BlendRules blend;

    private Triage(
            TriageForm form, InterventionCatalogue catalogue, TemporaryAccommodationRule homes, BlendRules blend) {
        this.form = form;
        this.catalogue = catalogue;
        this.homes = homes;
        this.blend = blend;
    }

    /** {@return a triage with the form, the catalogue and the rules that come with loti} */
    public static Triage withDefaults() {
        return of(TriageForm.bundled());
    }

    /**
     * {@return a triage with a form, and with the catalogue and the rules that come with loti}
     *
     * @param form the questions
     */
    public static Triage of(TriageForm form) {
        return new Triage(
                Objects.requireNonNull(form, "a triage needs a form"),
                InterventionCatalogue.london(),
                HomeRules.temporaryAccommodation(),
                BlendRules.bundled());
    }

    /**
     * {@return the same with another catalogue}
     *
     * @param other what may be offered
     */
    public Triage withCatalogue(InterventionCatalogue other) {
        return new Triage(form, other, homes, blend);
    }

    /**
     * {@return the same with another rule for homes}
     *
     * @param other which offers make no sense where
     */
    public Triage withHomes(TemporaryAccommodationRule other) {
        return new Triage(form, catalogue, other, blend);
    }

    /**
     * {@return the same with other rules for blended packages}
     *
     * @param other which parts want each other
     */
    public Triage withBlend(BlendRules other) {
        return new Triage(form, catalogue, homes, other);
    }

    /** {@return the questions} */
    public TriageForm form() {
        return form;
    }

    /**
     * {@return advice on what would bring somebody online, from as many answers as there are}
     *
     * @param answers what was answered; answers to questions that are skipped count for nothing
     * @throws IllegalArgumentException if an answer is to no question of the form or from somebody who may not give it,
     *     or the form names a condition of a home that the rule for homes does not have
     */
    public PackageAdvice advise(TriageAnswers answers) {
        List<String> known = form.questions().stream().map(Question::id).toList();
        for (String id : answers.questions()) {
            Question question = form.question(id).orElse(null);
            if (question == null) {
                throw new IllegalArgumentException("an answer must be to a question of form " + form.id() + ", but '"
                        + id + "' is none" + Nearest.hint(id, known));
            }
            if (answers.answer(id) != Answer.NOT_ASKED && !question.mayAnswer().contains(answers.answeredBy())) {
                throw new IllegalArgumentException("an answer to '" + id + "' must come from one of "
                        + question.mayAnswer() + ", but was given by " + answers.answeredBy()
                        + "\nMaybe leave it unasked: it does no harm.");
            }
        }
        return new Conversation(form, answers).advice(catalogue, homes, blend);
    }

    /**
     * {@return advice for a carer and the person cared for: one each, and what concerns both once both have agreed}
     *
     * @param dyad the two, with what each of them says to helping both
     * @param carer the carer's own answers
     * @param caredFor the answers of the person cared for, or of somebody who may give them
     * @throws IllegalArgumentException as for one person
     */
    public DyadAdvice advise(Dyad dyad, TriageAnswers carer, TriageAnswers caredFor) {
        return DyadAdvice.of(dyad, advise(carer), advise(caredFor));
    }
}
