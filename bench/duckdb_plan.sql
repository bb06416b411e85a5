-- Every minute of one bucket, as a data engineer would write it. as_of and sessions are variables; the small tables
-- (bench/tables.py) are registered under their names. Days are day numbers; dispositions, reasons and marks are codes.
-- A made-up state has no schedule, so that no gap is inferred and no day weighed by slots; every gap has its reason, and
-- every link names a regular row of a period that has begun.

-- Record: each session that counts, with the period in which it lies (null: in none).
create or replace temp table logged as
select s.row, s.service, v.student, v.type, s.date, s.delivered, s.planned, s.reason, s.mark, s.session_id,
    s.mark & 6 = 0 as regular,
    case when s.date between v.since and v.until then d.number end as number
from (
    select file_row_number::int as row, service, date, minutes_delivered as delivered, minutes_planned as planned,
        reason, mark, session_id
    from read_parquet(getvariable('sessions'), file_row_number = true)
    where date <= getvariable('as_of')
) s
join services v using (service)
left join period_of_day d on d.grid = v.grid and d.date = s.date;

-- Promise: each service's periods, what they promise, what of it was held and what is short.
create or replace temp table period as
with held as (
    select service, number,
        (sum(delivered) filter (where mark & 1 = 0))::int as as_written,
        (sum(delivered) filter (where mark & 1 = 1))::int as different,
        sum(greatest(planned - delivered, 0))::int as gaps
    from logged
    where regular and number is not null
    group by service, number
), own as (
    select service, calendar, counts, policy, whole, start, "end", unnest(range(low, high + 1))::int as number
    from services
), counted as (
    select o.service, o.number, p.last, o.whole, p.days, s.by_school_days,
        b.served - a.served as served, b.school - a.school as school,
        -- A period closes on its last school day in the service's dates.
        case when b.school > a.school then b.latest else b.day - 1 end as closes
    from own o
    join periods p using (number)
    join spans s on s.policy = o.policy and s.day = p.first
    join days a on a.calendar = o.calendar and a.counts = o.counts and a.day = greatest(p.first, o.start)
    join days b on b.calendar = o.calendar and b.counts = o.counts and b.day = least(p.last, o."end") + 1
    where p.first <= getvariable('as_of')
), promised as (
    select *, case when days = 0 then 0 else (2 * whole * served + days) // (2 * days) end as promised
    from counted
), due as (
    select *, case
        when days = 0 then 0
        when school >= served then promised
        when by_school_days = 1 then (2 * whole * school + days) // (2 * days)
        when school > 0 then promised
        else 0 end as due
    from promised
)
select service, number, last, closes, promised, due,
    coalesce(as_written, 0) + coalesce(different, 0) as held,
    least(due, coalesce(as_written, 0)) as delivered,
    least(due - delivered, coalesce(different, 0)) as delivered_differently,
    due - delivered - delivered_differently as short,
    coalesce(gaps, 0) as gaps,
    closes > getvariable('as_of') as still_open
from due
left join held using (service, number);

-- Record: the shortfall lies on the newest gaps, so what is cured cures the oldest first.
create or replace temp table laid as
with gaps as (
    select l.row, l.service, l.session_id, l.date, l.reason, l.planned - l.delivered as gap, p.last, p.due, p.still_open,
        sum(l.planned - l.delivered) over (partition by l.service, l.number order by l.row)::int - gap as before,
        p.gaps - least(p.short, p.gaps) as cured
    from logged l
    join period p using (service, number)
    where l.regular and l.planned > l.delivered
)
select *, case when still_open then 0 else gap - greatest(least(cured - before, gap), 0) end as minutes
from gaps;

-- Judge what is missed, and what no gap explains.
create or replace temp table judged as
with missed as (
    select row, service, session_id, date, reason, gap, last, minutes
    from laid
    where minutes > 0
    union all
    select null, service, null, closes, getvariable('unrecorded'), short - gaps, last, short - gaps
    from period
    where short > gaps and not still_open
), ruled as (
    select m.*, v.student, v.type, r.releases,
        coalesce(d.disposition, r.disposition) as disposition,
        case when d.minutes >= 0 then greatest(m.minutes - d.minutes, 0) else 0 end as rest,
        case r."window" when 4 then m.last when 5 then v."end" else u.due_by end as due_by
    from missed m
    join services v using (service)
    join spans s on s.policy = v.policy and s.day = m.date
    join rules r on r.span = s.span and r.reason = m.reason
    join due u on u.calendar = v.calendar and u.within = r.within and u.day = m.date
    left join decided d on d.row = m.row
)
select row, service, student, type, session_id, date, reason, gap, releases, minutes - rest as minutes, disposition,
    case when disposition = 0 then due_by end as due_by
from ruled
union all
select row, service, student, type, session_id, date, reason, gap, releases, rest, 1, null
from ruled
where rest > 0;

-- Settle: first each make-up that names a miss, oldest first. One that names a row of an open period waits, and one that
-- names what is not owed settles nothing else: all of it stays extra.
create or replace temp table linked as
with named as (
    select l.row, k.names, l.delivered, j.minutes as missed,
        sum(l.delivered) over (partition by k.names order by l.date, l.session_id)::int - l.delivered as before,
        coalesce(p.still_open, false) or (j.row is null and n.row is not null) as stays
    from logged l
    join links k using (row)
    join logged m on m.row = k.names
    left join period p on p.service = m.service and p.number = m.number
    left join judged j on j.row = k.names and j.disposition <> 1
    left join (select distinct row from judged where disposition = 1) n on n.row = k.names
    where l.mark & 2 = 2
)
select row, names, stays, greatest(least(delivered, coalesce(missed, 0) - before), 0) as paid
from named;

create or replace temp table debt as
select j.*, coalesce(k.paid, 0) as by_link, j.minutes - by_link as rest,
    sum(rest) over (
        partition by j.student, j.type, j.disposition order by j.date, j.row is null, j.session_id, j.service
    )::int - rest as before
from judged j
left join (select names, sum(paid)::int as paid from linked group by names) k on k.names = j.row
where j.disposition <> 1;

-- Then what is left, oldest first, pays the oldest debts dated on or before it: what is owed, then what waits for a
-- decision, then what is unknown. With what was to be paid and what was given up to each make-up, what has found nothing
-- to pay so far is the highest excess yet.
create or replace temp table given_0 as
select l.student, l.type, l.date, l.session_id, l.service,
    case when k.stays then 0 else l.delivered - coalesce(k.paid, 0) end as credit,
    case when k.stays then l.delivered else 0 end as kept
from logged l
left join linked k using (row)
where l.mark & 2 = 2;

create or replace temp macro met(make_ups, code) as table
with events as (
    select student, type, date, 0 as is_make_up, null as session_id, service, rest as debt, 0 as credit, 0 as kept
    from debt
    where disposition = code
    union all
    select student, type, date, 1, session_id, service, 0, credit, kept
    from query_table(make_ups)
), running as (
    select *, (sum(credit - debt) over w)::int as over_paid
    from events
    window w as (partition by student, type order by date, is_make_up, session_id rows unbounded preceding)
), excess as (
    select *, greatest(max(over_paid) over (
        partition by student, type order by date, is_make_up, session_id rows unbounded preceding
    ), 0) as unspent
    from running
)
select student, type, date, session_id, service, credit as given, kept,
    unspent - coalesce(lag(unspent) over (partition by student, type order by date, session_id), 0) as credit
from excess
where is_make_up = 1;

create or replace temp table given_1 as from met('given_0', 0);
create or replace temp table given_2 as from met('given_1', 2);
create or replace temp table given_3 as from met('given_2', 3);

create or replace temp table miss as
with settled as (
    select student, type, disposition, sum(given - credit)::int as settled
    from (
        select *, 0 as disposition from given_1
        union all
        select *, 2 from given_2
        union all
        select *, 3 from given_3
    )
    group by student, type, disposition
), paid as (
    select d.*, by_link + greatest(least(coalesce(s.settled, 0) - d.before, d.rest), 0) as made_up
    from debt d
    left join settled s using (student, type, disposition)
), closed as (
    select p.*, case when p.releases = 1 and o.row is not null then p.minutes - p.made_up else 0 end as released
    from paid p
    left join declined o using (row)
    where p.disposition = 0
)
select service, session_id, date, reason, gap, minutes, disposition, due_by, made_up, released,
    minutes - made_up - released as open,
    case
        when open > 0 and due_by < getvariable('as_of') then 'overdue'
        when open > 0 then 'open'
        when released > 0 then 'released'
        else 'made_up' end as status,
    false as credited
from closed
union all
-- What was made up of what waits, or is unknown, is owed and made up; the rest stays as it was.
select service, session_id, date, reason, gap, made_up, 0, null, made_up, 0, 0, 'made_up', true
from paid
where disposition <> 0 and made_up > 0
union all
select service, session_id, date, reason, gap, minutes - made_up, disposition, null, 0, 0, 0,
    ['not_owed', 'team_decides', 'unknown'][disposition], false
from (select * from paid where disposition <> 0 union all select *, 0, 0, 0, 0 from judged where disposition = 1)
where minutes > made_up
union all
select l.service, l.session_id, l.date, l.reason, l.gap, 0, null, null, 0, 0, 0,
    case when l.still_open then 'pending' when l.due > 0 and d.has_school = 1 then 'cured' else 'not_due' end, false
from laid l
join services v using (service)
join days d on d.calendar = v.calendar and d.counts = v.counts and d.day = l.date
where l.minutes = 0;

-- Awards: compensatory sessions fill those that they name, never beyond.
create or replace temp table given as
with named as (
    select l.service, l.delivered, k.names, a.minutes,
        sum(l.delivered) over (partition by k.names order by l.date, l.session_id)::int - l.delivered as before
    from logged l
    left join links k using (row)
    left join (select (row_number() over ()) - 1 as names, minutes from awards) a using (names)
    where l.mark & 4 = 4
)
select service, names, delivered,
    case when names is null then 0 else greatest(least(delivered, minutes - before), 0) end as counted
from named;

-- The accounts.
create or replace temp table account as
with by_period as (
    select service, sum(promised)::int as promised, sum(due)::int as due, sum(delivered)::int as delivered,
        sum(delivered_differently)::int as delivered_differently,
        coalesce(sum(short) filter (where still_open), 0)::int as still_due,
        coalesce(sum(least(short, gaps)) filter (where not still_open), 0)::int as missed,
        coalesce(sum(greatest(short - gaps, 0)) filter (where not still_open), 0)::int as unrecorded,
        sum(held - delivered - delivered_differently)::int as extra
    from period
    group by service
), by_miss as (
    select service, (sum(minutes) filter (where disposition = 0))::int as owed,
        (sum(minutes) filter (where disposition = 1))::int as not_owed,
        (sum(minutes) filter (where disposition = 2))::int as team_decides,
        (sum(minutes) filter (where disposition = 3))::int as unknown,
        sum(made_up)::int as made_up, sum(released)::int as released,
        (sum(open) filter (where status = 'open'))::int as open, (sum(open) filter (where status = 'overdue'))::int as overdue
    from miss
    group by service
), beside as (
    select service, sum(extra)::int as extra
    from (
        select service, delivered as extra from logged where regular and number is null
        union all
        select service, delivered - counted from given
        union all
        select service, credit + kept from given_3
    )
    group by service
)
select v.service_id, coalesce(p.promised, 0) as promised, coalesce(p.promised - p.due, 0) as not_in_session,
    coalesce(p.due, 0) as due, coalesce(p.delivered, 0) as delivered,
    coalesce(p.delivered_differently, 0) as delivered_differently, coalesce(p.still_due, 0) as still_due,
    coalesce(p.missed, 0) as missed, coalesce(p.unrecorded, 0) as unrecorded,
    coalesce(m.owed, 0) as owed, coalesce(m.not_owed, 0) as not_owed, coalesce(m.team_decides, 0) as team_decides,
    coalesce(m.unknown, 0) as unknown, coalesce(m.made_up, 0) as made_up, coalesce(m.released, 0) as released,
    coalesce(m.open, 0) as open, coalesce(m.overdue, 0) as overdue,
    coalesce(p.extra, 0) + coalesce(b.extra, 0) as extra
from services v
left join by_period p using (service)
left join by_miss m using (service)
left join beside b using (service);
