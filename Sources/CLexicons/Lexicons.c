#include "CLexicons.h"

// #embed is C23; clang has it as an extension before that.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A new file of lexicons/ is one array here and one row in the table below.
static const unsigned char abbreviations[] = {
#embed "../../lexicons/abbreviations.tsv"
};
static const unsigned char acronym_domains[] = {
#embed "../../lexicons/acronym-domains.tsv"
};
static const unsigned char acronym_forms[] = {
#embed "../../lexicons/acronym-forms.tsv"
};
static const unsigned char acronyms[] = {
#embed "../../lexicons/acronyms.tsv"
};
static const unsigned char code_pages[] = {
#embed "../../lexicons/code-pages.tsv"
};
static const unsigned char concepts_academic[] = {
#embed "../../lexicons/concepts/academic.tsv"
};
static const unsigned char concepts_agriculture[] = {
#embed "../../lexicons/concepts/agriculture.tsv"
};
static const unsigned char concepts_arts_and_music[] = {
#embed "../../lexicons/concepts/arts-and-music.tsv"
};
static const unsigned char concepts_biology_medicine_agriculture[] = {
#embed "../../lexicons/concepts/biology-medicine-agriculture.tsv"
};
static const unsigned char concepts_biotechnology_and_biology[] = {
#embed "../../lexicons/concepts/biotechnology-and-biology.tsv"
};
static const unsigned char concepts_chemistry_and_food[] = {
#embed "../../lexicons/concepts/chemistry-and-food.tsv"
};
static const unsigned char concepts_chemistry_and_materials[] = {
#embed "../../lexicons/concepts/chemistry-and-materials.tsv"
};
static const unsigned char concepts_construction_and_architecture[] = {
#embed "../../lexicons/concepts/construction-and-architecture.tsv"
};
static const unsigned char concepts_ecology_and_climate[] = {
#embed "../../lexicons/concepts/ecology-and-climate.tsv"
};
static const unsigned char concepts_ecology_and_geography[] = {
#embed "../../lexicons/concepts/ecology-and-geography.tsv"
};
static const unsigned char concepts_economics[] = {
#embed "../../lexicons/concepts/economics.tsv"
};
static const unsigned char concepts_education_and_philology[] = {
#embed "../../lexicons/concepts/education-and-philology.tsv"
};
static const unsigned char concepts_energy_and_electrical_engineering[] = {
#embed "../../lexicons/concepts/energy-and-electrical-engineering.tsv"
};
static const unsigned char concepts_food_technology[] = {
#embed "../../lexicons/concepts/food-technology.tsv"
};
static const unsigned char concepts_general[] = {
#embed "../../lexicons/concepts/general.tsv"
};
static const unsigned char concepts_geography_names[] = {
#embed "../../lexicons/concepts/geography-names.tsv"
};
static const unsigned char concepts_geology_and_mining[] = {
#embed "../../lexicons/concepts/geology-and-mining.tsv"
};
static const unsigned char concepts_history_and_archaeology[] = {
#embed "../../lexicons/concepts/history-and-archaeology.tsv"
};
static const unsigned char concepts_history_and_culture[] = {
#embed "../../lexicons/concepts/history-and-culture.tsv"
};
static const unsigned char concepts_ict_and_data[] = {
#embed "../../lexicons/concepts/ict-and-data.tsv"
};
static const unsigned char concepts_ict_and_mathematics[] = {
#embed "../../lexicons/concepts/ict-and-mathematics.tsv"
};
static const unsigned char concepts_law_and_international_relations[] = {
#embed "../../lexicons/concepts/law-and-international-relations.tsv"
};
static const unsigned char concepts_law_and_security[] = {
#embed "../../lexicons/concepts/law-and-security.tsv"
};
static const unsigned char concepts_light_industry_and_design[] = {
#embed "../../lexicons/concepts/light-industry-and-design.tsv"
};
static const unsigned char concepts_linguistics_and_literature[] = {
#embed "../../lexicons/concepts/linguistics-and-literature.tsv"
};
static const unsigned char concepts_management_and_finance[] = {
#embed "../../lexicons/concepts/management-and-finance.tsv"
};
static const unsigned char concepts_mathematics_and_statistics[] = {
#embed "../../lexicons/concepts/mathematics-and-statistics.tsv"
};
static const unsigned char concepts_medicine[] = {
#embed "../../lexicons/concepts/medicine.tsv"
};
static const unsigned char concepts_names[] = {
#embed "../../lexicons/concepts/names.tsv"
};
static const unsigned char concepts_pedagogy[] = {
#embed "../../lexicons/concepts/pedagogy.tsv"
};
static const unsigned char concepts_philosophy_and_religion[] = {
#embed "../../lexicons/concepts/philosophy-and-religion.tsv"
};
static const unsigned char concepts_physics_and_engineering[] = {
#embed "../../lexicons/concepts/physics-and-engineering.tsv"
};
static const unsigned char concepts_psychology_and_sociology[] = {
#embed "../../lexicons/concepts/psychology-and-sociology.tsv"
};
static const unsigned char concepts_scholarly_prose[] = {
#embed "../../lexicons/concepts/scholarly-prose.tsv"
};
static const unsigned char concepts_tourism_sport_and_media[] = {
#embed "../../lexicons/concepts/tourism-sport-and-media.tsv"
};
static const unsigned char concepts_transport_and_mechanical_engineering[] = {
#embed "../../lexicons/concepts/transport-and-mechanical-engineering.tsv"
};
static const unsigned char english_plurals[] = {
#embed "../../lexicons/english-plurals.tsv"
};
static const unsigned char glossary_columns[] = {
#embed "../../lexicons/glossary-columns.tsv"
};
static const unsigned char headings[] = {
#embed "../../lexicons/headings.tsv"
};
static const unsigned char kazakh_roots[] = {
#embed "../../lexicons/kazakh-roots.tsv"
};
static const unsigned char kazakh_suffixes[] = {
#embed "../../lexicons/kazakh-suffixes.tsv"
};
// Read in place, so it begins where its numbers may be read.
_Alignas(8) static const unsigned char layout[] = {
#embed "../../lexicons/layout.tsv"
};
static const unsigned char learned_concepts[] = {
#embed "../../lexicons/learned/concepts.bin"
};
// Rows do not cross cache lines.
_Alignas(64) static const unsigned char learned_languages[] = {
#embed "../../lexicons/learned/languages.bin"
};
_Alignas(8) static const unsigned char learned_letters_kk[] = {
#embed "../../lexicons/learned/letters-kk.bin"
};
_Alignas(8) static const unsigned char learned_translations[] = {
#embed "../../lexicons/learned/translations.bin"
};
_Alignas(8) static const unsigned char learned_words_en[] = {
#embed "../../lexicons/learned/words-en.bin"
};
_Alignas(8) static const unsigned char learned_words_kk[] = {
#embed "../../lexicons/learned/words-kk.bin"
};
_Alignas(8) static const unsigned char learned_words_ru[] = {
#embed "../../lexicons/learned/words-ru.bin"
};
static const unsigned char letter_frequencies[] = {
#embed "../../lexicons/letter-frequencies.tsv"
};
static const unsigned char letter_pairs[] = {
#embed "../../lexicons/letter-pairs.tsv"
};
static const unsigned char lookalikes[] = {
#embed "../../lexicons/lookalikes.tsv"
};
static const unsigned char lost_letters[] = {
#embed "../../lexicons/lost-letters.tsv"
};
static const unsigned char metadata[] = {
#embed "../../lexicons/metadata.tsv"
};
static const unsigned char numbers[] = {
#embed "../../lexicons/numbers.tsv"
};
static const unsigned char roman_numerals[] = {
#embed "../../lexicons/roman-numerals.tsv"
};
static const unsigned char romanization[] = {
#embed "../../lexicons/romanization.tsv"
};
static const unsigned char romanized_letters[] = {
#embed "../../lexicons/romanized-letters.tsv"
};
static const unsigned char russian_endings[] = {
#embed "../../lexicons/russian-endings.tsv"
};
static const unsigned char russian_phrases[] = {
#embed "../../lexicons/russian-phrases.tsv"
};
static const unsigned char stopwords[] = {
#embed "../../lexicons/stopwords.tsv"
};
static const unsigned char term_endings[] = {
#embed "../../lexicons/term-endings.tsv"
};
static const unsigned char term_words[] = {
#embed "../../lexicons/term-words.tsv"
};
static const unsigned char transliteration_kk_arab_mediawiki[] = {
#embed "../../lexicons/transliteration/kk-arab-mediawiki.tsv"
};
static const unsigned char transliteration_kk_arab_tote[] = {
#embed "../../lexicons/transliteration/kk-arab-tote.tsv"
};
static const unsigned char transliteration_kk_latn_2017_apostrophe[] = {
#embed "../../lexicons/transliteration/kk-latn-2017-apostrophe.tsv"
};
static const unsigned char transliteration_kk_latn_2018_acute[] = {
#embed "../../lexicons/transliteration/kk-latn-2018-acute.tsv"
};
static const unsigned char transliteration_kk_latn_2019_draft[] = {
#embed "../../lexicons/transliteration/kk-latn-2019-draft.tsv"
};
static const unsigned char transliteration_kk_latn_2021_jan[] = {
#embed "../../lexicons/transliteration/kk-latn-2021-jan.tsv"
};
static const unsigned char transliteration_kk_latn_alalc_1997[] = {
#embed "../../lexicons/transliteration/kk-latn-alalc-1997.tsv"
};
static const unsigned char transliteration_kk_latn_bgn_pcgn_1979[] = {
#embed "../../lexicons/transliteration/kk-latn-bgn-pcgn-1979.tsv"
};
static const unsigned char transliteration_kk_latn_cta_2024_unofficial[] = {
#embed "../../lexicons/transliteration/kk-latn-cta-2024-unofficial.tsv"
};
static const unsigned char transliteration_kk_latn_iso9_1995[] = {
#embed "../../lexicons/transliteration/kk-latn-iso9-1995.tsv"
};
static const unsigned char transliteration_kk_latn_mediawiki[] = {
#embed "../../lexicons/transliteration/kk-latn-mediawiki.tsv"
};
static const unsigned char transliteration_kk_latn_odni_2015[] = {
#embed "../../lexicons/transliteration/kk-latn-odni-2015.tsv"
};
static const unsigned char transliteration_kk_latn_passport_kz[] = {
#embed "../../lexicons/transliteration/kk-latn-passport-kz.tsv"
};
static const unsigned char transliteration_kk_latn_qazaqparat_2004[] = {
#embed "../../lexicons/transliteration/kk-latn-qazaqparat-2004.tsv"
};
static const unsigned char transliteration_ru_alalc[] = {
#embed "../../lexicons/transliteration/ru-alalc.tsv"
};
static const unsigned char transliteration_ru_alalc_nodiacritics[] = {
#embed "../../lexicons/transliteration/ru-alalc-nodiacritics.tsv"
};
static const unsigned char transliteration_ru_bgn_pcgn_1947[] = {
#embed "../../lexicons/transliteration/ru-bgn-pcgn-1947.tsv"
};
static const unsigned char transliteration_ru_bgn_pcgn_simplified[] = {
#embed "../../lexicons/transliteration/ru-bgn-pcgn-simplified.tsv"
};
static const unsigned char transliteration_ru_bs_2979[] = {
#embed "../../lexicons/transliteration/ru-bs-2979.tsv"
};
static const unsigned char transliteration_ru_bs_2979_alt[] = {
#embed "../../lexicons/transliteration/ru-bs-2979-alt.tsv"
};
static const unsigned char transliteration_ru_bsi_journals[] = {
#embed "../../lexicons/transliteration/ru-bsi-journals.tsv"
};
static const unsigned char transliteration_ru_gost_16876_t1[] = {
#embed "../../lexicons/transliteration/ru-gost-16876-t1.tsv"
};
static const unsigned char transliteration_ru_gost_16876_t2[] = {
#embed "../../lexicons/transliteration/ru-gost-16876-t2.tsv"
};
static const unsigned char transliteration_ru_gost_52290_2004[] = {
#embed "../../lexicons/transliteration/ru-gost-52290-2004.tsv"
};
static const unsigned char transliteration_ru_gost_52535_2006[] = {
#embed "../../lexicons/transliteration/ru-gost-52535-2006.tsv"
};
static const unsigned char transliteration_ru_gost_7034_2014[] = {
#embed "../../lexicons/transliteration/ru-gost-7034-2014.tsv"
};
static const unsigned char transliteration_ru_gost779_b[] = {
#embed "../../lexicons/transliteration/ru-gost779-b.tsv"
};
static const unsigned char transliteration_ru_icao_9303[] = {
#embed "../../lexicons/transliteration/ru-icao-9303.tsv"
};
static const unsigned char transliteration_ru_iso9_1954[] = {
#embed "../../lexicons/transliteration/ru-iso9-1954.tsv"
};
static const unsigned char transliteration_ru_iso9_1968[] = {
#embed "../../lexicons/transliteration/ru-iso9-1968.tsv"
};
static const unsigned char transliteration_ru_iso9_1995_gost779_a[] = {
#embed "../../lexicons/transliteration/ru-iso9-1995-gost779-a.tsv"
};
static const unsigned char transliteration_ru_mosmetro[] = {
#embed "../../lexicons/transliteration/ru-mosmetro.tsv"
};
static const unsigned char transliteration_ru_mvd_310_1997[] = {
#embed "../../lexicons/transliteration/ru-mvd-310-1997.tsv"
};
static const unsigned char transliteration_ru_mvd_310_fr[] = {
#embed "../../lexicons/transliteration/ru-mvd-310-fr.tsv"
};
static const unsigned char transliteration_ru_mvd_782_2000[] = {
#embed "../../lexicons/transliteration/ru-mvd-782-2000.tsv"
};
static const unsigned char transliteration_ru_scientific[] = {
#embed "../../lexicons/transliteration/ru-scientific.tsv"
};
static const unsigned char transliteration_ru_telegram[] = {
#embed "../../lexicons/transliteration/ru-telegram.tsv"
};
static const unsigned char transliteration_ru_ungegn_1987[] = {
#embed "../../lexicons/transliteration/ru-ungegn-1987.tsv"
};
static const unsigned char transliteration_ru_wikipedia[] = {
#embed "../../lexicons/transliteration/ru-wikipedia.tsv"
};
static const unsigned char transliteration_ru_yandex_maps[] = {
#embed "../../lexicons/transliteration/ru-yandex-maps.tsv"
};
static const unsigned char transliteration_ru_yandex_money[] = {
#embed "../../lexicons/transliteration/ru-yandex-money.tsv"
};

#define ROW(name, bytes) {name, bytes, sizeof(bytes)}
static const lingua_lexicon files[] = {
    ROW("abbreviations.tsv", abbreviations),
    ROW("acronym-domains.tsv", acronym_domains),
    ROW("acronym-forms.tsv", acronym_forms),
    ROW("acronyms.tsv", acronyms),
    ROW("code-pages.tsv", code_pages),
    ROW("concepts/academic.tsv", concepts_academic),
    ROW("concepts/agriculture.tsv", concepts_agriculture),
    ROW("concepts/arts-and-music.tsv", concepts_arts_and_music),
    ROW("concepts/biology-medicine-agriculture.tsv", concepts_biology_medicine_agriculture),
    ROW("concepts/biotechnology-and-biology.tsv", concepts_biotechnology_and_biology),
    ROW("concepts/chemistry-and-food.tsv", concepts_chemistry_and_food),
    ROW("concepts/chemistry-and-materials.tsv", concepts_chemistry_and_materials),
    ROW("concepts/construction-and-architecture.tsv", concepts_construction_and_architecture),
    ROW("concepts/ecology-and-climate.tsv", concepts_ecology_and_climate),
    ROW("concepts/ecology-and-geography.tsv", concepts_ecology_and_geography),
    ROW("concepts/economics.tsv", concepts_economics),
    ROW("concepts/education-and-philology.tsv", concepts_education_and_philology),
    ROW("concepts/energy-and-electrical-engineering.tsv", concepts_energy_and_electrical_engineering),
    ROW("concepts/food-technology.tsv", concepts_food_technology),
    ROW("concepts/general.tsv", concepts_general),
    ROW("concepts/geography-names.tsv", concepts_geography_names),
    ROW("concepts/geology-and-mining.tsv", concepts_geology_and_mining),
    ROW("concepts/history-and-archaeology.tsv", concepts_history_and_archaeology),
    ROW("concepts/history-and-culture.tsv", concepts_history_and_culture),
    ROW("concepts/ict-and-data.tsv", concepts_ict_and_data),
    ROW("concepts/ict-and-mathematics.tsv", concepts_ict_and_mathematics),
    ROW("concepts/law-and-international-relations.tsv", concepts_law_and_international_relations),
    ROW("concepts/law-and-security.tsv", concepts_law_and_security),
    ROW("concepts/light-industry-and-design.tsv", concepts_light_industry_and_design),
    ROW("concepts/linguistics-and-literature.tsv", concepts_linguistics_and_literature),
    ROW("concepts/management-and-finance.tsv", concepts_management_and_finance),
    ROW("concepts/mathematics-and-statistics.tsv", concepts_mathematics_and_statistics),
    ROW("concepts/medicine.tsv", concepts_medicine),
    ROW("concepts/names.tsv", concepts_names),
    ROW("concepts/pedagogy.tsv", concepts_pedagogy),
    ROW("concepts/philosophy-and-religion.tsv", concepts_philosophy_and_religion),
    ROW("concepts/physics-and-engineering.tsv", concepts_physics_and_engineering),
    ROW("concepts/psychology-and-sociology.tsv", concepts_psychology_and_sociology),
    ROW("concepts/scholarly-prose.tsv", concepts_scholarly_prose),
    ROW("concepts/tourism-sport-and-media.tsv", concepts_tourism_sport_and_media),
    ROW("concepts/transport-and-mechanical-engineering.tsv", concepts_transport_and_mechanical_engineering),
    ROW("english-plurals.tsv", english_plurals),
    ROW("glossary-columns.tsv", glossary_columns),
    ROW("headings.tsv", headings),
    ROW("kazakh-roots.tsv", kazakh_roots),
    ROW("kazakh-suffixes.tsv", kazakh_suffixes),
    ROW("layout.tsv", layout),
    ROW("learned/concepts.bin", learned_concepts),
    ROW("learned/languages.bin", learned_languages),
    ROW("learned/letters-kk.bin", learned_letters_kk),
    ROW("learned/translations.bin", learned_translations),
    ROW("learned/words-en.bin", learned_words_en),
    ROW("learned/words-kk.bin", learned_words_kk),
    ROW("learned/words-ru.bin", learned_words_ru),
    ROW("letter-frequencies.tsv", letter_frequencies),
    ROW("letter-pairs.tsv", letter_pairs),
    ROW("lookalikes.tsv", lookalikes),
    ROW("lost-letters.tsv", lost_letters),
    ROW("metadata.tsv", metadata),
    ROW("numbers.tsv", numbers),
    ROW("roman-numerals.tsv", roman_numerals),
    ROW("romanization.tsv", romanization),
    ROW("romanized-letters.tsv", romanized_letters),
    ROW("russian-endings.tsv", russian_endings),
    ROW("russian-phrases.tsv", russian_phrases),
    ROW("stopwords.tsv", stopwords),
    ROW("term-endings.tsv", term_endings),
    ROW("term-words.tsv", term_words),
    ROW("transliteration/kk-arab-mediawiki.tsv", transliteration_kk_arab_mediawiki),
    ROW("transliteration/kk-arab-tote.tsv", transliteration_kk_arab_tote),
    ROW("transliteration/kk-latn-2017-apostrophe.tsv", transliteration_kk_latn_2017_apostrophe),
    ROW("transliteration/kk-latn-2018-acute.tsv", transliteration_kk_latn_2018_acute),
    ROW("transliteration/kk-latn-2019-draft.tsv", transliteration_kk_latn_2019_draft),
    ROW("transliteration/kk-latn-2021-jan.tsv", transliteration_kk_latn_2021_jan),
    ROW("transliteration/kk-latn-alalc-1997.tsv", transliteration_kk_latn_alalc_1997),
    ROW("transliteration/kk-latn-bgn-pcgn-1979.tsv", transliteration_kk_latn_bgn_pcgn_1979),
    ROW("transliteration/kk-latn-cta-2024-unofficial.tsv", transliteration_kk_latn_cta_2024_unofficial),
    ROW("transliteration/kk-latn-iso9-1995.tsv", transliteration_kk_latn_iso9_1995),
    ROW("transliteration/kk-latn-mediawiki.tsv", transliteration_kk_latn_mediawiki),
    ROW("transliteration/kk-latn-odni-2015.tsv", transliteration_kk_latn_odni_2015),
    ROW("transliteration/kk-latn-passport-kz.tsv", transliteration_kk_latn_passport_kz),
    ROW("transliteration/kk-latn-qazaqparat-2004.tsv", transliteration_kk_latn_qazaqparat_2004),
    ROW("transliteration/ru-alalc.tsv", transliteration_ru_alalc),
    ROW("transliteration/ru-alalc-nodiacritics.tsv", transliteration_ru_alalc_nodiacritics),
    ROW("transliteration/ru-bgn-pcgn-1947.tsv", transliteration_ru_bgn_pcgn_1947),
    ROW("transliteration/ru-bgn-pcgn-simplified.tsv", transliteration_ru_bgn_pcgn_simplified),
    ROW("transliteration/ru-bs-2979.tsv", transliteration_ru_bs_2979),
    ROW("transliteration/ru-bs-2979-alt.tsv", transliteration_ru_bs_2979_alt),
    ROW("transliteration/ru-bsi-journals.tsv", transliteration_ru_bsi_journals),
    ROW("transliteration/ru-gost-16876-t1.tsv", transliteration_ru_gost_16876_t1),
    ROW("transliteration/ru-gost-16876-t2.tsv", transliteration_ru_gost_16876_t2),
    ROW("transliteration/ru-gost-52290-2004.tsv", transliteration_ru_gost_52290_2004),
    ROW("transliteration/ru-gost-52535-2006.tsv", transliteration_ru_gost_52535_2006),
    ROW("transliteration/ru-gost-7034-2014.tsv", transliteration_ru_gost_7034_2014),
    ROW("transliteration/ru-gost779-b.tsv", transliteration_ru_gost779_b),
    ROW("transliteration/ru-icao-9303.tsv", transliteration_ru_icao_9303),
    ROW("transliteration/ru-iso9-1954.tsv", transliteration_ru_iso9_1954),
    ROW("transliteration/ru-iso9-1968.tsv", transliteration_ru_iso9_1968),
    ROW("transliteration/ru-iso9-1995-gost779-a.tsv", transliteration_ru_iso9_1995_gost779_a),
    ROW("transliteration/ru-mosmetro.tsv", transliteration_ru_mosmetro),
    ROW("transliteration/ru-mvd-310-1997.tsv", transliteration_ru_mvd_310_1997),
    ROW("transliteration/ru-mvd-310-fr.tsv", transliteration_ru_mvd_310_fr),
    ROW("transliteration/ru-mvd-782-2000.tsv", transliteration_ru_mvd_782_2000),
    ROW("transliteration/ru-scientific.tsv", transliteration_ru_scientific),
    ROW("transliteration/ru-telegram.tsv", transliteration_ru_telegram),
    ROW("transliteration/ru-ungegn-1987.tsv", transliteration_ru_ungegn_1987),
    ROW("transliteration/ru-wikipedia.tsv", transliteration_ru_wikipedia),
    ROW("transliteration/ru-yandex-maps.tsv", transliteration_ru_yandex_maps),
    ROW("transliteration/ru-yandex-money.tsv", transliteration_ru_yandex_money),
};

const lingua_lexicon *lingua_lexicons(size_t *count) {
  *count = sizeof(files) / sizeof(files[0]);
  return files;
}
