-- Rule set M1 (docs/methods/movements.md) in window functions, as one would write it for DuckDB: the peer that
-- benchmarks/movements times on the same crossings. Input: a view `crossings` with the columns of docs/crossings.md.
-- Output: country, month, dir, cat, n.
--
-- The rule is sequential, but whether a crossing would change the status does not depend on the status: an entry that is
-- decided as a migration leaves a resident, an exit a non-resident. So the status before a crossing is the direction of the
-- last one decided so, and a last value that skips nulls finds it.
with offsets(country, hours) as (
  values ('GTM', -6), ('BLZ', -6), ('SLV', -6), ('HND', -6), ('NIC', -6), ('CRI', -6), ('PAN', -5), ('DOM', -4)
),
readings as (
  select person, country, epoch(ts)::bigint as t, (dir = 'E')::int as e, res,
    first_value(res) over w as res0, lag((dir = 'E')::int) over w as before_e, lag(epoch(ts)::bigint) over w as before_t
  from crossings
  window w as (partition by person, country order by epoch(ts)::bigint, (dir = 'E')::int, res)
),
kept as (
  select person, country, e, res0, (t + hours * 3600) // 86400 as d,
    row_number() over (partition by person, country order by t, e, res) as n
  from readings join offsets using (country)
  where not coalesce(before_e = e and t - before_t <= 21600, false)
),
neighbours as (
  select *, lead(d) over w as next_d, lead(e) over w as next_e, lag(e) over w as prior_e, lag(d) over w as prior_d
  from kept
  window w as (partition by person, country order by n)
),
stays as (
  select *, case
      when next_d is null then case when e = 1 then 20089 - d else 0 end
      when e = 1 and next_e = 0 then next_d - d
      when e = 1 then (next_d - d) // 2
      when next_e = 0 then next_d - d - (next_d - d) // 2
      else 0
    end as len
  from neighbours
),
presence as (
  select *,
    coalesce(sum(len) over (partition by person, country order by n rows between unbounded preceding and 1 preceding), 0)::bigint as p,
    max(n) over (partition by person, country order by d range between current row and 487 following) as far_n,
    lag(len) over (partition by person, country order by n) as prior_len
  from stays
),
windows as (
  select c.*, least(c.d + 487, 20089) - c.d as obs,
    f.p - c.p + case
      when f.e = 1 then least(least(c.d + 487, 20089) - f.d, f.len)
      when f.next_d is null then 0
      else greatest(0, least(c.d + 487, 20089) - (f.next_d - f.len))
    end as inside
  from presence c join presence f on c.person = f.person and c.country = f.country and c.far_n = f.n
),
verdicts as (
  select *, case
      when obs < 122 then 2
      when obs - (case when e = 1 then inside else obs - inside end) > 122 then 0
      when obs >= 487 then 1
      when (case when e = 1 then inside else obs - inside end) < 365 then 2
      else 1
    end as o
  from windows
),
statuses as (
  select *, coalesce(
      last_value(case when o = 1 then e end ignore nulls) over (partition by person, country order by n rows between unbounded preceding and 1 preceding),
      first_value(case when d >= 16436 + 365 then 1 - e else res0 end) over (partition by person, country order by n)) as s
  from verdicts
),
undecided as (
  select *, min(case when o = 2 and s <> e then n end) over (partition by person, country) as l
  from statuses
),
since as (
  select *,
    max(case when n = l then p end) over h as lp, max(case when n = l then d end) over h as ld, max(case when n = l then e end) over h as le
  from undecided
  window h as (partition by person, country)
),
judged as (
  select country, d, e, case
      when n = l then 'UNK'
      when n > l then case when e <> le and (case when le = 1 then p - lp else d - ld - (p - lp) end) < 243 then 'NLU' else 'UNK' end
      when s = e then 'RET'
      when o = 1 then 'LT'
      when next_d is null or next_e = e then 'OPEN'
      when next_d - d < 1 then 'SAMEDAY'
      when next_d - d < 90 then 'VISIT'
      when next_d - d < 365 then 'SHORT'
      else 'OPEN'
    end as cat
  from since
),
presences as (
  -- The presence that a crossing ends, both its days included.
  select person, country, d, e, s, n, l, prior_e,
    case when prior_e = 1 then prior_d else d - prior_len end as a,
    case when prior_e = 1 and e = 1 then prior_d + prior_len else d end as b
  from since
  where prior_e is not null and not (prior_e = 0 and e = 1)
),
numbered as (
  select *, row_number() over w as k, coalesce(lag(b) over w = a, false)::int as shared
  from presences
  window w as (partition by person, country order by n)
),
totals as (
  select *, sum(b - a + 1 - shared) over (partition by person, country order by k rows unbounded preceding)::bigint as u,
    min(k) over (partition by person, country order by b range between 179 preceding and current row) as first_k
  from numbered
),
overstays as (
  select t.country, t.d
  from totals t join totals f on t.person = f.person and t.country = f.country and t.first_k = f.k
  where t.e = 0 and t.s = 0 and t.prior_e = 1 and (t.l is null or t.n < t.l)
    and t.u - (f.u - (f.b - f.a + 1 - f.shared) + greatest(0, t.d - 179 - (f.a + f.shared))) > 90
)
select country, strftime(date '1970-01-01' + d::int, '%Y-%m') as month, case when e = 1 then 'E' else 'X' end as dir, cat, count(*) as n
from judged group by all
union all
select country, strftime(date '1970-01-01' + d::int, '%Y-%m'), 'X', 'OVERSTAY90_180', count(*)
from overstays group by all
order by all
