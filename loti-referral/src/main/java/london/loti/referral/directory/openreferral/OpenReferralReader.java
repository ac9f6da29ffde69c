package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.service.Service;

/**
 * Reads feeds of HSDS 3.0 and 3.1 and of Open Referral UK 3.0 and 1.0, whichever it is: single records of every kind,
 * pages of both shapes, lists, lines (NDJSON), folders of JSON documents and folders of CSV tables. It finds out which.
 *
 * <pre>{@code
 * {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Community Counselling", "status": "active", ...}
 * {"total_items": 2, ..., "contents": [{"id": ...}, {"id": ...}]}
 * services.csv:  id,organization_id,name,status
 * }</pre>
 *
 * <p><b>Good records are kept.</b> A record without an id, a name or a status can't be; a nested record without an id
 * gets one. A value that its field can't hold, and a field that the standard does not have, become extensions of their
 * record, and writing the record writes them again. All of it is told: an error where something can't be used as it was
 * published, a warning where it can. Warnings that say the same of the same field are one, with a count. Of two services
 * with one id the first is kept.
 *
 * <p><b>Only one record is held at a time</b>, save for tables, which must be joined. A record may have 16 million
 * characters and {@value JsonTree#DEPTH} levels. Absent, null and an empty list mean the same.
 *
 * <p><b>loti's own fields</b> are {@code x-loti-accepts-referrals}, {@code x-loti-referral-channels} and
 * {@code x-loti-eligibility} of a service, {@code x-loti-safeguarding-lead} of an organisation and
 * {@code x-loti-confidential} of a location. Where a service has no channel, {@code referralEmail} and
 * {@code referralLink} are taken for some. From Open Referral UK 1.0, ages come from {@code eligibilitys}, and a service
 * without a status counts as active. Thread-safe.
 */
public final class OpenReferralReader {
    private final int mostCharacters;

    private OpenReferralReader(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** {@return a reader that takes records of up to 16 million characters} */
    public static OpenReferralReader withDefaults() {
        return new OpenReferralReader(JsonTree.MOST_CHARACTERS);
    }

    /**
     * {@return a reader that takes only shorter records}
     *
     * @param characters how many characters a record may have; each value counts as 16 more
     * @throws IllegalArgumentException if the limit is below 1,000 or above 16,777,216
     */
    public OpenReferralReader withMostCharacters(int characters) {
        if (characters < 1_000 || characters > JsonTree.MOST_CHARACTERS) {
            throw new IllegalArgumentException("a record may have from 1000 to " + JsonTree.MOST_CHARACTERS
                    + " characters, but the limit was " + characters);
        }
        return new OpenReferralReader(characters);
    }

    /**
     * Reads a feed and collects its services.
     *
     * @param input a file or a folder
     * @return the good records, with all findings; nothing but the findings where there is no record
     */
    public Checked<Feed> read(Path input) {
        List<Service> services = new ArrayList<>();
        return read(input, services, services::add);
    }

    /**
     * Reads a feed and hands its services on one by one.
     *
     * @param input a file or a folder
     * @param services takes each good service, in the order of the feed
     * @return the other records, with all findings; nothing but the findings where there is no record
     */
    public Checked<Feed> read(Path input, Consumer<Service> services) {
        return read(input, List.of(), services);
    }

    private Checked<Feed> read(Path input, List<Service> collected, Consumer<Service> services) {
        FeedCollector collector = new FeedCollector(services);
        FeedFiles files = new FeedFiles(mostCharacters, collector);
        Optional<FeedForm> form = files.read(input);
        List<Finding> findings = files.withLines(collector.findings(FeedFiles.name(input)));
        return form.isEmpty() || collector.isEmpty()
                ? Checked.failed(findings)
                : Checked.of(collector.feed(form.get(), collected, files.sources()), findings);
    }

    /**
     * Reads a JSON document, or lines of them, from a stream and collects the services.
     *
     * @param source its name, for findings; one that ends in {@code .ndjson} or {@code .jsonl} is a record a line
     * @param in the text in UTF-8; left open
     * @return the good records, with all findings; nothing but the findings where there is no record
     * @throws IOException if the stream breaks off; what is wrong with the text is a finding
     */
    public Checked<Feed> read(String source, InputStream in) throws IOException {
        List<Service> services = new ArrayList<>();
        FeedCollector collector = new FeedCollector(services::add);
        FeedFiles files = new FeedFiles(mostCharacters, collector);
        FeedForm form = files.read(source, in);
        List<Finding> findings = collector.findings(source);
        return collector.isEmpty()
                ? Checked.failed(findings)
                : Checked.of(collector.feed(form, services, files.sources()), findings);
    }
}
