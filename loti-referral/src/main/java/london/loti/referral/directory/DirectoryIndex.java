package london.loti.referral.directory;

import java.util.List;
import java.util.concurrent.ForkJoinTask;

import london.loti.model.service.Service;

/**
 * All that is made of the services once, so that a search need not.
 *
 * @param columns what services publish
 * @param words the words that they are found by
 * @param rules the rules about whom they are for
 * @param always the judges to whom the query makes no difference
 * @param days what turns on the day alone
 * @param options how to search
 */
record DirectoryIndex(
        Columns columns,
        WordIndex words,
        EligibilityRules rules,
        QueryFreeJudges always,
        DayVerdicts days,
        DirectoryOptions options) {
    /** Of services in the order of their rows. */
    static DirectoryIndex of(List<Service> services, DirectoryOptions options) {
        // What services publish and the words that they are found by have nothing to do with each other.
        ForkJoinTask<Columns> published =
                ForkJoinTask.adapt(() -> new Columns(services, options)).fork();
        WordIndex words = new WordIndex(services, options.words());
        Columns columns = published.join();
        return new DirectoryIndex(
                columns,
                words,
                new EligibilityRules(options.eligibility(), columns.conditions),
                new QueryFreeJudges(columns),
                new DayVerdicts(columns, options.curation()),
                options);
    }
}
