-- Numbers, dates and amounts as the contact's language and country write them, so that an audience is bound in one statement; and
-- the road on which a number sends marketing.

alter table sender add marketing_messages text not null default 'OFF';  -- OFF, FALLBACK or STRICT

-- hi_IN for hi in India, en for nobody knows whom.
create function locale_of(language text, country text) returns text language sql immutable parallel safe as $$
    select case
        when language ~ '[-_]' then replace(language, '-', '_')
        when country is null then coalesce(language, 'en')
        else coalesce(language, 'en') || '_' || country end
$$;

create function grouped(digits text, size integer, separator text) returns text language sql immutable parallel safe as $$
    select reverse(regexp_replace(reverse(digits), '([0-9]{' || size || '})(?=[0-9])', '\1' || separator, 'g'))
$$;

-- places: digits behind the point; null: as many as there are. Null for what is no number.
create function format_number(value text, places integer, locale text) returns text language sql immutable parallel safe as $$
    select case when value ~ '^-?[0-9]{1,30}([.][0-9]{1,20})?$' then (
        select sign
            || case
                when length(whole) > 3 and (split_part(locale, '_', 1) in ('hi', 'bn', 'mr', 'gu', 'ta', 'te', 'kn', 'ml', 'pa') or locale = 'en_IN')
                    then grouped(left(whole, -3), 2, ',') || ',' || right(whole, 3)
                when spaced then grouped(whole, 3, U&'\00A0')
                when comma then grouped(whole, 3, '.')
                else grouped(whole, 3, ',') end
            || case when fraction = '' then '' when spaced or comma then ',' || fraction else '.' || fraction end
        from (
            select case when value like '-%' then '-' else '' end as sign,
                split_part(number, '.', 1) as whole, split_part(number, '.', 2) as fraction,
                split_part(locale, '_', 1) in ('fr', 'ru', 'uk', 'pl', 'cs', 'sk', 'bg', 'hu', 'sv', 'nb', 'no', 'fi') as spaced,
                split_part(locale, '_', 1) in ('de', 'es', 'pt', 'it', 'nl', 'id', 'tr', 'da', 'el', 'vi', 'ro', 'hr', 'sl')
                    and locale not in ('es_MX', 'es_US', 'es_GT', 'es_SV', 'es_HN', 'es_NI', 'es_PA', 'es_DO', 'es_PE', 'es_PR') as comma
            from (select case when places is null then abs(value::numeric)::text else round(abs(value::numeric), places)::text end as number) as rounded
        ) as parts) end
$$;

create function format_currency(value text, currency text, locale text) returns text language sql immutable parallel safe as $$
    select case
        when amount is null then null
        when split_part(locale, '_', 1) in ('pt', 'nl', 'id') then symbol || U&'\00A0' || amount
        when split_part(locale, '_', 1) in ('de', 'fr', 'it', 'ru', 'uk', 'pl', 'cs', 'sk', 'bg', 'hu', 'sv', 'nb', 'no', 'fi', 'da', 'el', 'vi', 'ro', 'hr', 'sl')
            or locale in ('es', 'es_ES') then amount || U&'\00A0' || symbol
        when symbol ~ '^[A-Z]{3}$' then symbol || U&'\00A0' || amount
        else symbol || amount end
    from (
        select format_number(value, case when currency in ('JPY', 'KRW', 'VND', 'CLP') then 0 else 2 end, locale) as amount,
            case currency when 'INR' then '₹' when 'USD' then '$' when 'EUR' then '€' when 'GBP' then '£' when 'BRL' then 'R$'
                when 'JPY' then '¥' when 'KRW' then '₩' when 'VND' then '₫' when 'MXN' then '$' else currency end as symbol
    ) as parts
$$;

-- A day or a moment, the latter in the contact's time zone. Null for what is neither.
create function format_date(value text, zone text, locale text) returns text language sql stable parallel safe as $$
    select to_char(day, case
        when locale = 'en_US' then 'Mon FMDD, YYYY'
        when locale like 'en%' then 'FMDD Mon YYYY'
        when split_part(locale, '_', 1) in ('de', 'ru', 'uk', 'pl', 'cs', 'sk', 'tr', 'fi', 'nb', 'no', 'ro', 'bg', 'hr', 'sl') then 'DD.MM.YYYY'
        when split_part(locale, '_', 1) in ('nl', 'da') then 'DD-MM-YYYY'
        when split_part(locale, '_', 1) in ('zh', 'ja', 'ko', 'hu', 'fa') then 'YYYY/MM/DD'
        when split_part(locale, '_', 1) in ('sv', 'lt') then 'YYYY-MM-DD'
        else 'DD/MM/YYYY' end)
    from (select case when value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then
        case
            when value ~ '(Z|[+-][0-9]{2}:?[0-9]{2})$' then
                case when pg_input_is_valid(value, 'timestamptz') then value::timestamptz at time zone coalesce(zone, 'UTC') end
            when pg_input_is_valid(value, 'timestamp') then value::timestamp
        end end as day) as parsed
$$;
