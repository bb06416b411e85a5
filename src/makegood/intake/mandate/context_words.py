"""Words that stand around a promise and say nothing of its amount. New services, places and roles go here."""

from typing import Final

SERVICES: Final[dict[str, str]] = {
    "speech": "speech language speech_language speech_and_language slp st habla lenguaje habla_y_lenguaje "
    "language_and_speech articulation fluency voice communication comunicación",
    "occupational": "occupational ot cota otr ocupacional sensory fine_motor handwriting",
    "physical": "physical pt pta física fisica gross_motor",
    "counseling": "counseling counselling consejería consejeria psychological psychology mental_health psicológico",
}
"""The services that are most often written side by side: two of them in one text may be two promises."""

_SERVICES: Final = (
    "specialized specially_designed instruction instructional academic academics special education specialised sai sdi "
    "rsp resource reading writing math mathematics written expression comprehension decoding ela english literacy "
    "language_arts science adapted physical_education pe ape audiology audiological hearing vision visual tvi dhh "
    "deaf deaf_or_hard_of_hearing orientation mobility orientation_and_mobility o_and_m o_&_m nursing nurse health "
    "medical transportation transport behavior behavioral behaviour intervention interventions bcba lssp social skills "
    "social_skills social_work social_emotional social_emotional_learning emotional life_skills "
    "daily_living_skills activities_of_daily_living daily_living "
    "transition vocational career assistive technology at_services "
    "augmentative interpreting interpreter therapy therapies therapeutic related services service support supports "
    "treatment sessions_of_therapy teletherapy telepractice telehealth virtual remote program observation monitoring "
    "aide training executive functioning study self_regulation regulation "
    "educación educacion especial especializada especializado instrucción instruccion terapia terapias servicios "
    "servicio apoyo académica academica académico salud conducta visión audición lectura escritura matemáticas "
    "relacionados adaptive hard_of_hearing deaf_/_hard_of_hearing patología pathology ict "
    "co_teaching co_taught collaborative integrated sign_language "
    "esy_:_no no_esy esy_no esy_:_n"
)
_PLACES: Final = (
    "room rm classroom classrooms in_class general regular gen_ed sped special_ed resource_room speech_room "
    "speech_classroom speech_therapy_room speech_language_room ot_room pt_room occupational_therapy_room "
    "physical_therapy_room therapy_room counseling_room counseling_office sensory_room motor_room language_room "
    "reading_block math_block general_education_class general_education_classes special_education_class regular_class "
    "separate separate_class self_contained setting settings environment office hallway table gym gymnasium library "
    "playground cafeteria building bldg campus clinic home community bus elementary middle high primary secondary "
    "preschool school academy district unified isd usd site public integrated facility location school_wide schoolwide "
    "pull_out pullout push_in pushin push_in_/_pull_out push_in_and_pull_out inclusion in_person "
    "salón salon aula clase_de_educación_especial oficina escuela recursos hogar"
)
_PEOPLE: Final = (
    "therapist therapists pathologist pathologists speech_pathologist speech_language_pathologist "
    "teacher teachers specialist counselor counsellor psychologist psychologists social_worker paraprofessional para "
    "provider providers interventionist clinician assistant assistants staff personnel team case_manager educator "
    "interpreter ccc cf l sped_teacher physical_therapist occupational_therapist speech_therapist school_psychologist "
    "school_counselor speech_teacher classroom_teacher parent parents family peers licensed certified qualified "
    "special_education_teacher general_education_teacher regular_education_teacher case_manager "
    "itinerant psicóloga psicólogo escolar maestra maestro terapeuta consejera consejero patóloga "
    "patólogo proveedor proveedora padres"
)
_LABELS: Final = (
    "frequency duration amount length type provided_by begin_date start_date end_date starting_date ending_date "
    "projected dates date goal goals area service_type service_code service_name code initiation "
    "anticipated_frequency anticipated_duration anticipated_location freq dur loc grade grades nivel "
    "iep ieps annual_iep annual_review annual_goal annual_goals this_iep per_iep per_the_iep as_per_iep as_per_the_iep "
    "ieps_say according_to_the_iep based_on_iep "
    "frecuencia duración duracion ubicación ubicacion lugar metas meta fecha tipo"
)
_FILLERS: Final = (
    "the will receive receives received shall be is are provided provides provide delivered served serve given gets "
    "student students pupil child children in_order_to calendar with ' \" 's his her their its this these "
    "los las el la durante recibirá recibira recibe estudiante estudiantes alumno alumna alumnos niño niña su sus se "
    "le será sera serán proporcionará proporcionados ofrecerá del"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ASIDE_WORDS: Final = " ".join([*SERVICES.values(), _SERVICES, _PLACES, _PEOPLE, _LABELS])
FILLER_WORDS: Final = _FILLERS.replace("'s", "'_s")

TITLES: Final = _set("mr mrs ms miss mx dr prof sr sra srta dra")
ROLES: Final = _set(
    "slp ot pt cota otr ccc bcba lssp tvi teacher therapist pathologist counselor psychologist provider "
    "specialist interventionist clinician nurse aide para maestra maestro terapeuta consejera"
)
PLACE_NAMES: Final = _set(
    "elementary middle high primary secondary preschool school academy district unified isd usd escuela"
)
NUMBERED: Final = _set("room rm grade grades goal goals bldg building classroom salón salon aula code")
NOT_NAMES: Final = _set(
    "except excepting no not non only unless until if when while after before during within without once "
    "twice alternate alternating half halved double partial first second third last next previous prior "
    "former old new current draft option plan trial basis pending optional possible maybe sometimes "
    "occasional weekly monthly daily yearly quarterly fall spring winter summer autumn holiday holidays "
    "break breaks vacation monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
    "wednesdays thursdays fridays odd even week weeks month months day days hour hours minute minutes "
    "session sessions total combined shared split each every other more less fewer see notes note "
    "attached addendum page refer above below comments comment stay put wait list proposal "
    "offer request review upon recommendation amendment change changes update interim temporary temp hiatus additional "
    "extra plus "
    "minus minimum maximum average refused declined denied waived stopped ended exit exited dismissed "
    "suspended paused hold varies variable flexible tbd none nil zero consult compensatory makeup make "
    "january february march april may june july august september october november december a an and as "
    "at but by for from in into of off on or out over per than then to under up via with so excepto "
    "salvo sin solo sólo no si cuando hasta menos más cada otro primer primera último última antes "
    "después otoño primavera invierno verano lunes martes miércoles jueves viernes sábado domingo"
)
"""Words that change a promise, and so are never taken for a name, however they are written."""
