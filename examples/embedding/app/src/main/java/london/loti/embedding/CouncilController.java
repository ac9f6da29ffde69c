package london.loti.embedding;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import london.loti.mapping.recipe.Recipe;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.validation.LotiValidation;
import london.loti.model.validation.UkPostcode;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;

/** A few pages of the application. Who somebody is, an application of a council finds out before it comes here. */
@RestController
class CouncilController {
    private static final Actor STAFF = new Actor("staff-1", Role.LINK_WORKER, "council");

    private final Referrals referrals;

    CouncilController(Referrals referrals) {
        this.referrals = referrals;
    }

    /** A form of the application, checked by loti's constraints. */
    record PostcodeForm(@UkPostcode String postcode) {}

    @GetMapping(path = "/recipe", produces = MediaType.APPLICATION_JSON_VALUE)
    String recipe() {
        return LotiJson.write(Recipe.bundled("loti-london"));
    }

    @GetMapping("/postcodes/{postcode}")
    ResponseEntity<String> postcode(@PathVariable("postcode") String postcode) {
        boolean good = LotiValidation.with(Clock.systemDefaultZone())
                .check("postcode", new PostcodeForm(postcode))
                .isEmpty();
        return good ? ResponseEntity.ok("a postcode") : ResponseEntity.badRequest().body("not a postcode");
    }

    @PostMapping("/referrals/{id}")
    ResponseEntity<String> draft(@PathVariable("id") String id) {
        ReferralEvent.Drafted draft = new ReferralEvent.Drafted(
                new ResidentRef(UUID.randomUUID().toString()),
                "svc-classes",
                "org-online",
                Route.DIRECT,
                null,
                List.of(ConceptRef.parse("barriers:no-device")),
                null,
                List.of(),
                ReferralContent.EMPTY,
                null);
        return referrals
                .handle(new Command("draft-" + id, new ReferralId(id), 0, STAFF, draft))
                .fold(
                        done -> ResponseEntity.ok(done.referral().state().name()),
                        refused -> ResponseEntity.badRequest()
                                .body(refused.refusals().get(0).words()));
    }

    @GetMapping("/referrals/{id}")
    ResponseEntity<String> state(@PathVariable("id") String id) {
        return referrals
                .find(new ReferralId(id))
                .map(Referral::state)
                .map(state -> ResponseEntity.ok(state.name()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
