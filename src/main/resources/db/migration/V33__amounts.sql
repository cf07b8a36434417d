-- Amounts: the sign before the symbol, and as many digits as the currency has.
create or replace function format_currency(value text, currency text, locale text) returns text language sql immutable parallel safe as $$
    select case when amount is null then null else case when value like '-%' and amount ~ '[1-9]' then '-' else '' end || case
        when split_part(locale, '_', 1) in ('pt', 'nl', 'id') then symbol || U&'\00A0' || amount
        when split_part(locale, '_', 1) in ('de', 'fr', 'it', 'ru', 'uk', 'pl', 'cs', 'sk', 'bg', 'hu', 'sv', 'nb', 'no', 'fi', 'da', 'el', 'vi', 'ro', 'hr', 'sl')
            or locale in ('es', 'es_ES') then amount || U&'\00A0' || symbol
        when symbol ~ '^[A-Z]{3}$' then symbol || U&'\00A0' || amount
        else symbol || amount end end
    from (
        select format_number(case when value ~ '^-[0-9]' then substr(value, 2) when value ~ '^[0-9]' then value end, case
                when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
                when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
                else 2 end, locale) as amount,
            case currency when 'INR' then '₹' when 'USD' then '$' when 'EUR' then '€' when 'GBP' then '£' when 'BRL' then 'R$'
                when 'JPY' then '¥' when 'KRW' then '₩' when 'VND' then '₫' when 'MXN' then '$' else currency end as symbol
    ) as parts
$$;
