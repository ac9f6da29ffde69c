package london.loti.referral.curation;

import java.math.BigDecimal;
import java.util.List;

import london.loti.model.service.Address;
import london.loti.model.service.Capacity;
import london.loti.model.service.Location;
import london.loti.model.service.Organisation;
import london.loti.model.service.Phone;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;

/** Invented services of the invented borough of Hollowbrook. */
final class Samples {
    private Samples() {}

    static Service.Builder service(String id, String name) {
        return Service.builder(id, name, ServiceStatus.ACTIVE);
    }

    static Service.Builder coffee(String id) {
        return service(id, "Coffee and Code")
                .organisation(
                        Organisation.builder("o" + id, "Hollowbrook Online").build())
                .phones(List.of(phone("020 7946 0001")))
                .url("https://www.example.org/coffee/")
                .serviceAtLocations(List.of(at(location("l" + id, "ZZ99 1AA").build())));
    }

    static Phone phone(String number) {
        return new Phone("p", number, null, null, null, List.of(), null);
    }

    static Location.Builder location(String id, String postcode) {
        return Location.builder(id)
                .addresses(List.of(new Address(
                        "a" + id, null, "1 Mill Lane", null, null, null, null, postcode, "GB", null, null)));
    }

    static ServiceAtLocation at(Location location) {
        return new ServiceAtLocation("s" + location.id(), null, List.of(), List.of(), List.of(), location, null);
    }

    static Capacity capacity(String available, String updated) {
        return new Capacity("c", null, available == null ? null : new BigDecimal(available), null, null, updated, null);
    }

    static FeedRecord record(String feed, Provenance provenance, Service service) {
        return new FeedRecord(feed, provenance, service);
    }
}
