package london.loti.referral.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.service.Location;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.calendar.WorkingDays;

/**
 * When a service is open, ready to be asked often. The package page has the conventions. Immutable and thread-safe; the
 * days of unusual recurrences are worked out as they are first asked for.
 */
public final class OpeningHours {
    /** The rules that a schedule can break. */
    public enum Code implements Finding.Code {
        /** A part can't be read, or contradicts another; the hours count as unknown. */
        UNREADABLE_SCHEDULE,
        /** A part is missing or has no meaning there; the schedule is used as said. */
        UNCLEAR_SCHEDULE
    }

    private final List<HoursRule> rules;
    private final HoursRule.Exceptions exceptions;
    private final OpeningPolicy policy;
    private final ZoneId zone;
    private final WorkingDays calendar;
    private final @Nullable ServiceStatus stopped;
    private final @Nullable String alert;
    private final @Nullable WeeklyHours weekly;
    private final List<Finding> findings;

    private OpeningHours(
            List<HoursRule> rules,
            HoursRule.Exceptions exceptions,
            OpeningPolicy policy,
            WorkingDays calendar,
            @Nullable ServiceStatus stopped,
            @Nullable String alert,
            List<Finding> findings) {
        this.rules = List.copyOf(rules);
        this.exceptions = exceptions;
        this.policy = policy;
        this.zone = ZoneId.of(policy.zone());
        this.calendar = calendar;
        this.stopped = stopped;
        this.alert = alert;
        this.findings = List.copyOf(findings);
        boolean plain = stopped == null
                && exceptions.closures().isEmpty()
                && exceptions.doubts().isEmpty();
        this.weekly = plain ? WeeklyHours.of(rules).orElse(null) : null;
    }

    /**
     * {@return the hours of a service under the bundled policy: its own schedules and those at its locations}
     *
     * @param service the service
     * @param calendar whose bank holidays count
     */
    public static OpeningHours of(Service service, WorkingDays calendar) {
        return of(service, calendar, OpeningPolicy.bundled());
    }

    /**
     * {@return the hours of a service: its own schedules and those at its locations, added up. The hours of a building
     * say nothing of what is given in it, so they don't count}
     *
     * @param service the service
     * @param calendar whose bank holidays count
     * @param policy how published hours are read
     */
    public static OpeningHours of(Service service, WorkingDays calendar, OpeningPolicy policy) {
        List<Schedule> schedules = new ArrayList<>(service.schedules());
        service.serviceAtLocations().forEach(there -> schedules.addAll(there.schedules()));
        return read(schedules, calendar, policy, service.status(), service.alert());
    }

    /**
     * {@return the hours of a service at one of its locations; the service's own where none are published for there}
     *
     * @param service the service
     * @param there one of its locations
     * @param calendar whose bank holidays count
     * @param policy how published hours are read
     */
    public static OpeningHours of(
            Service service, ServiceAtLocation there, WorkingDays calendar, OpeningPolicy policy) {
        return read(
                there.schedules().isEmpty() ? service.schedules() : there.schedules(),
                calendar,
                policy,
                service.status(),
                service.alert());
    }

    /**
     * {@return the hours of a building, which say nothing of the services in it}
     *
     * @param building the location
     * @param calendar whose bank holidays count
     * @param policy how published hours are read
     */
    public static OpeningHours of(Location building, WorkingDays calendar, OpeningPolicy policy) {
        return read(building.schedules(), calendar, policy, ServiceStatus.ACTIVE, null);
    }

    /**
     * {@return the hours that schedules add up to}
     *
     * @param schedules published schedules; none is unknown
     * @param calendar whose bank holidays count
     * @param policy how published hours are read
     */
    public static OpeningHours of(List<Schedule> schedules, WorkingDays calendar, OpeningPolicy policy) {
        return read(schedules, calendar, policy, ServiceStatus.ACTIVE, null);
    }

    private static OpeningHours read(
            List<Schedule> schedules,
            WorkingDays calendar,
            OpeningPolicy policy,
            ServiceStatus status,
            @Nullable String alert) {
        Objects.requireNonNull(calendar, "opening hours need a calendar");
        Findings findings = new Findings();
        List<HoursRule> rules = new ArrayList<>(schedules.size());
        for (int i = 0; i < schedules.size(); i++) {
            rules.add(ScheduleReader.read(schedules.get(i), i, findings));
        }
        HoursRule.Exceptions exceptions =
                new HoursRule.Exceptions(policy.bankHolidays(), policy.offsets(), List.of(), AlertDates.doubts(alert));
        return new OpeningHours(
                rules,
                exceptions,
                policy,
                calendar,
                status == ServiceStatus.ACTIVE ? null : status,
                alert == null || alert.isBlank() ? null : alert.strip(),
                findings.toList());
    }

    /**
     * {@return the same hours with days on which it is closed whatever they say}
     *
     * @param closures the days, beside those given before
     */
    public OpeningHours withClosures(List<Closure> closures) {
        List<Closure> all = new ArrayList<>(exceptions.closures());
        all.addAll(closures);
        return new OpeningHours(
                rules,
                new HoursRule.Exceptions(
                        exceptions.bankHolidays(), exceptions.offsets(), List.copyOf(all), exceptions.doubts()),
                policy,
                calendar,
                stopped,
                alert,
                findings);
    }

    /** {@return what is wrong or unclear in the schedules, by their number in the list; never their texts} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * {@return the hours in their smallest form; empty where they are not the same every week, or something puts them in
     * doubt}
     */
    public Optional<WeeklyHours> weekly() {
        return Optional.ofNullable(weekly);
    }

    /**
     * {@return whether it is open}
     *
     * @param instant the time, in the years 1975 to 2198
     * @throws IllegalArgumentException if the time is outside these years
     */
    public OpenState stateAt(Instant instant) {
        return stateAt(moment(instant));
    }

    /**
     * {@return whether it is open; the fast way where many services are asked for one time}
     *
     * @param moment the time, worked out with the same policy and calendar
     */
    public OpenState stateAt(Moment moment) {
        if (weekly != null && !moment.isHoliday() && !moment.isHoliday(moment.epochDay() - 1)) {
            return weekly.isOpen(moment.minuteOfWeek()) ? OpenState.OPEN : OpenState.CLOSED;
        }
        if (stopped != null || HoursRule.covered(exceptions.closures(), moment.epochDay())) {
            return OpenState.CLOSED;
        }
        int best = HoursRule.NOT_IN_FORCE;
        for (HoursRule rule : rules) {
            best = Math.max(best, rule.at(moment, exceptions));
            if (best == HoursRule.OPEN) {
                return OpenState.OPEN;
            }
        }
        return best == HoursRule.CLOSED ? OpenState.CLOSED : OpenState.UNKNOWN;
    }

    /**
     * {@return whether it is surely open; false is closed or unknown}
     *
     * @param instant the time, in the years 1975 to 2198
     * @throws IllegalArgumentException if the time is outside these years
     */
    public boolean isOpenAt(Instant instant) {
        return stateAt(instant) == OpenState.OPEN;
    }

    /**
     * {@return when it is next surely open: the time itself where it is open then, else the first time at which it opens;
     * empty where nothing is sure within the horizon}
     *
     * @param from the time, in the years 1975 to 2197
     * @param horizon how far to look, at most 400 days
     * @throws IllegalArgumentException if the time is outside these years, or the horizon negative or too far
     */
    public Optional<Instant> nextOpen(Instant from, Duration horizon) {
        if (horizon.isNegative() || horizon.compareTo(Duration.ofDays(400)) > 0) {
            throw new IllegalArgumentException("a horizon must be nought to 400 days, but was " + horizon);
        }
        return isOpenAt(from) ? Optional.of(from) : next(from, horizon, OpenState.OPEN, true);
    }

    /**
     * {@return whether it is open, with words that can be shown}
     *
     * @param instant the time, in the years 1975 to 2197
     * @throws IllegalArgumentException if the time is outside these years
     */
    public OpenAnswer answer(Instant instant) {
        return answer(moment(instant));
    }

    /**
     * {@return whether it is open, with words that can be shown}
     *
     * @param moment the time, worked out with the same policy and calendar, in the years 1975 to 2197
     */
    public OpenAnswer answer(Moment moment) {
        return new OpenWords(this, moment).answer();
    }

    /** The first change after a time to a state, or away from it. */
    Optional<Instant> next(Instant from, Duration horizon, OpenState state, boolean to) {
        Instant end = from.plus(horizon);
        if (weekly != null && state == OpenState.OPEN) {
            Instant plain = nextOfWeek(weekly, from, to);
            if (plain != null) {
                return Optional.of(plain).filter(found -> !found.isAfter(end));
            }
        }
        long firstDay = LocalDate.ofInstant(from, zone).toEpochDay() - 2;
        long lastDay = LocalDate.ofInstant(end, zone).toEpochDay() + 1;
        NavigableSet<Long> edges = new TreeSet<>();
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        while (change != null && !change.getInstant().isAfter(end)) {
            edges.add(change.getInstant().getEpochSecond());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        // Up to two days before the clock changes, one offset is that of all edges.
        Instant early = from.minus(Duration.ofDays(4));
        ZoneOffset offset = zone.getRules().getOffset(early);
        ZoneOffsetTransition uneven = zone.getRules().nextTransition(early);
        long unevenDay = uneven == null
                ? Long.MAX_VALUE
                : LocalDate.ofInstant(uneven.getInstant(), zone).toEpochDay() - 2;
        for (long day = firstDay; day <= lastDay; day++) {
            ZoneOffset even = day < unevenDay ? offset : null;
            edges.add(
                    even == null
                            ? LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond()
                            : day * Clock24.DAY - even.getTotalSeconds());
            for (HoursRule rule : rules) {
                rule.addEdges(day, zone, even, edges);
            }
            if (day < firstDay + 3) {
                continue; // an edge of a day may lie on the day after the next, by an offset or past midnight
            }
            long safe = LocalDate.ofEpochDay(day - 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            Optional<Instant> found = search(edges, from, end, day == lastDay ? Long.MAX_VALUE : safe, state, to);
            if (found.isPresent()) {
                return found;
            }
        }
        return search(edges, from, end, Long.MAX_VALUE, state, to);
    }

    /** The same where the clock runs evenly until then and no holiday lies between; null where that is not so. */
    private @Nullable Instant nextOfWeek(WeeklyHours week, Instant from, boolean to) {
        LocalDateTime local = LocalDateTime.ofInstant(from, zone);
        int minute = Moment.minuteOfWeek(local);
        int wait = week.minutesUntil(minute, to);
        if (wait < 0) {
            return null;
        }
        LocalDateTime then = local.truncatedTo(ChronoUnit.MINUTES).plusMinutes(wait);
        for (LocalDate day = local.toLocalDate().minusDays(1);
                !day.isAfter(then.toLocalDate());
                day = day.plusDays(1)) {
            if (calendar.holidayName(day).isPresent()) {
                return null;
            }
        }
        Instant found = then.toInstant(zone.getRules().getOffset(from));
        ZoneOffsetTransition change = zone.getRules().nextTransition(from.minus(Duration.ofDays(1)));
        return change == null || change.getInstant().isAfter(found.plus(Duration.ofDays(1))) ? found : null;
    }

    private Optional<Instant> search(
            NavigableSet<Long> edges, Instant from, Instant end, long safe, OpenState state, boolean to) {
        while (!edges.isEmpty() && edges.first() < safe) {
            Instant edge = Instant.ofEpochSecond(Objects.requireNonNull(edges.pollFirst()));
            if (edge.isAfter(end)) {
                return Optional.empty();
            }
            if (edge.isAfter(from) && stateAt(edge) == state == to) {
                return Optional.of(edge);
            }
        }
        return Optional.empty();
    }

    Moment moment(Instant instant) {
        return Moment.of(instant, zone, calendar);
    }

    List<HoursRule> rules() {
        return rules;
    }

    HoursRule.Exceptions exceptions() {
        return exceptions;
    }

    ZoneId zone() {
        return zone;
    }

    WorkingDays calendar() {
        return calendar;
    }

    Duration horizon() {
        return Duration.ofDays(policy.horizonDays());
    }

    @Nullable
    ServiceStatus stopped() {
        return stopped;
    }

    @Nullable
    String alert() {
        return alert;
    }
}
