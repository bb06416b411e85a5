"""Words of signing in, of invitations and of what people are to whom."""

from dataclasses import dataclass
from typing import Final, TypedDict

from makegood.terms.language import Bilingual


class KindWords(TypedDict):
    """What each kind of relation is called."""

    family: str
    therapist: str
    contractor: str
    case_manager: str
    school_leader: str
    director: str
    administrator: str
    alone: str
    therapist_alone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWords:
    """Words of signing in, of invitations and of relations."""

    kinds: KindWords
    of_child: str
    of_school: str
    sign_in: str
    login: str
    login_says: str
    password: str
    password_says: str
    wrong: str
    too_many: str
    second: str
    second_says: str
    code: str
    code_says: str
    wrong_code: str
    go_on: str
    factor: str
    own_factor: str
    factor_says: str
    factor_key: str
    factor_earlier: str
    factor_replaces: str
    factor_sure: str
    factor_meanwhile: str
    wrong_password: str
    codes: str
    codes_says: str
    codes_kept: str
    whom: str
    whom_says: str
    none: str
    none_any_more: str
    none_before: str
    until: str
    start: str
    start_says: str
    start_alone: str
    start_therapist: str
    start_district: str
    name: str
    invited: str
    invited_says: str
    have_account: str
    second_item: str
    second_item_says: str
    wrong_second: str
    void: str
    void_says: str
    login_taken: str
    too_short: str
    blank: str
    people: str
    people_says: str
    invite: str
    which_provider: str
    which_school: str
    not_chosen: str
    none_on_record: str
    which_blank: str
    invite_made: str
    invite_made_says: str
    link: str
    confirm: str


PEOPLE: Final = Bilingual(
    en=PeopleWords(
        kinds=KindWords(
            family="family",
            therapist="therapist or teacher",
            contractor="contractor's therapist",
            case_manager="case manager",
            school_leader="school leader",
            director="director",
            administrator="administrator of this site",
            alone="yourself",
            therapist_alone="yourself",
        ),
        of_child="family of {child}",
        of_school="school leader, {school}",
        sign_in="Sign in",
        login="E-mail or name you sign in with",
        login_says="Capital letters do not matter.",
        password="Password",
        password_says="At least 12 letters, digits or signs. Three or four words that only you put together work well.",
        wrong="That name and password do not go together. Please try again.",
        too_many="There were too many tries. Please wait 15 minutes, then try again.",
        second="The code from your app",
        second_says="Open the app in which you set up Makegood, and type its six digits. A recovery code works too.",
        code="Code",
        code_says="Six digits, or a recovery code",
        wrong_code="That code is not right, or was used already. Wait for the next one in your app.",
        go_on="Go on",
        factor="Set up your second step",
        own_factor="Second step",
        factor_says="You can see records of children, so a password alone is not enough. Scan this square with an "
        "app for sign-in codes on your phone, then type the six digits that it shows.",
        factor_key="Or type this key into the app:",
        factor_earlier="You were shown another key on {day}. That one does not work: only the key on this page does. "
        "If your app has an entry called Makegood already, delete it there first.",
        factor_replaces="You have a key already. A new one takes its place: the old key and your recovery codes stop "
        "working. First type a code that your app shows now, or a recovery code.",
        factor_sure="First type your password once more.",
        factor_meanwhile="A key was set up in another window meanwhile, and it holds. Please sign in with its code.",
        wrong_password="That is not your password. Please try again.",
        codes="Your recovery codes",
        codes_says="If your phone is lost, each of these works once in place of a code. Write them down or print this "
        "page now: they are shown only once.",
        codes_kept="I have kept them",
        whom="As whom do you want to look?",
        whom_says="What you may see as one never mixes with what you may see as another.",
        none="There is nothing here for you yet. Whoever invited you can tell you why.",
        none_any_more="What you could see here has ended. Whoever invited you can tell you more.",
        none_before="What you may see here begins on {day}. Until then there is nothing here for you.",
        until="until {day}",
        start="Welcome to Makegood",
        start_says="You are the first person here. This link works once.",
        start_alone="I am a parent or guardian, and use it for my child on this computer",
        start_therapist="I am a therapist or teacher, and use it for my own students on this computer",
        start_district="I set it up for a school district",
        name="Your name",
        invited="You are invited",
        invited_says="You were invited as {whom}. Make an account, and keep your password to yourself.",
        have_account="I already have an account here",
        second_item="The eight digits",
        second_item_says="You got them in another way than this link: on paper, by phone or in person.",
        wrong_second="These digits do not go with this link. After five tries it no longer works.",
        void="This link no longer works",
        void_says="It was used already, it was taken back, it is more than 14 days old, or what it gives has ended. "
        "Whoever invited you can make a new one.",
        login_taken="Somebody signs in with this name already. Please choose another.",
        too_short="This password is too short or too common.",
        blank="Please fill this in.",
        people="People",
        people_says="Who may see what here, since when and until when. Open a name to change or end it.",
        invite="Invite somebody",
        which_provider="Whose sessions do they give?",
        which_school="Which school?",
        not_chosen="Not chosen",
        none_on_record="None is on record yet",
        which_blank="Please choose from the list. If it is empty, nothing of that kind is on record yet.",
        invite_made="The invitation is made",
        invite_made_says="Give the link and the digits in two different ways. Both are shown only now. The link works "
        "once, for 14 days, after a second person has confirmed it.",
        link="Link",
        confirm="Confirm",
    ),
    es=PeopleWords(
        kinds=KindWords(
            family="familia",
            therapist="terapeuta o maestro(a)",
            contractor="terapeuta de una empresa contratada",
            case_manager="coordinador(a) del caso",
            school_leader="dirección de la escuela",
            director="dirección del distrito",
            administrator="administración de este sitio",
            alone="usted",
            therapist_alone="usted",
        ),
        of_child="familia de {child}",
        of_school="dirección de la escuela, {school}",
        sign_in="Entrar",
        login="Correo o nombre con el que entra",
        login_says="Da igual si usa mayúsculas o minúsculas.",
        password="Contraseña",
        password_says="Por lo menos 12 letras, números o signos. Sirven bien tres o cuatro palabras que solo a usted "
        "se le ocurren juntas.",
        wrong="Ese nombre y esa contraseña no corresponden. Inténtelo de nuevo.",
        too_many="Hubo demasiados intentos. Espere 15 minutos e inténtelo de nuevo.",
        second="El código de su aplicación",
        second_says="Abra la aplicación en la que configuró Makegood y escriba los seis números. También sirve un "
        "código de recuperación.",
        code="Código",
        code_says="Seis números, o un código de recuperación",
        wrong_code="Ese código no es correcto o ya se usó. Espere el siguiente en su aplicación.",
        go_on="Seguir",
        factor="Configure su segundo paso",
        own_factor="Segundo paso",
        factor_says="Usted puede ver datos de estudiantes, y una contraseña sola no basta. Escanee este cuadro con una "
        "aplicación de códigos en su teléfono y escriba los seis números que muestra.",
        factor_key="O escriba esta clave en la aplicación:",
        factor_earlier="El {day} se le mostró otra clave. Esa no sirve: solo sirve la de esta página. Si su aplicación "
        "ya tiene una entrada llamada Makegood, bórrela allí primero.",
        factor_replaces="Usted ya tiene una clave. Una nueva la reemplaza: la anterior y sus códigos de recuperación "
        "dejan de servir. Escriba primero un código que su aplicación muestre ahora, o un código de recuperación.",
        factor_sure="Primero escriba su contraseña otra vez.",
        factor_meanwhile="Mientras tanto se configuró una clave en otra ventana, y esa vale. Entre con su código.",
        wrong_password="Esa no es su contraseña. Inténtelo otra vez.",
        codes="Sus códigos de recuperación",
        codes_says="Si pierde el teléfono, cada uno sirve una vez en lugar de un código. Apúntelos o imprima esta "
        "página ahora: se muestran una sola vez.",
        codes_kept="Ya los guardé",
        whom="¿Cómo quiere ver esto?",
        whom_says="Lo que puede ver de una forma nunca se mezcla con lo que puede ver de otra.",
        none="Todavía no hay nada aquí para usted. Quien le invitó puede decirle por qué.",
        none_any_more="Lo que usted podía ver aquí ya terminó. Quien le invitó puede decirle más.",
        none_before="Lo que usted podrá ver aquí empieza el {day}. Hasta entonces no hay nada aquí para usted.",
        until="hasta el {day}",
        start="Le damos la bienvenida a Makegood",
        start_says="Usted es la primera persona aquí. Este enlace sirve una vez.",
        start_alone="Soy madre, padre o tutor(a) y lo uso para mi hijo(a), en esta computadora",
        start_therapist="Soy terapeuta o maestro(a) y lo uso para mis propios estudiantes, en esta computadora",
        start_district="Lo preparo para un distrito escolar",
        name="Su nombre",
        invited="Tiene una invitación",
        invited_says="Le invitaron como {whom}. Cree una cuenta y no comparta su contraseña.",
        have_account="Ya tengo una cuenta aquí",
        second_item="Los ocho números",
        second_item_says="Los recibió por otro medio que este enlace: en papel, por teléfono o en persona.",
        wrong_second="Esos números no corresponden a este enlace. Después de cinco intentos deja de servir.",
        void="Este enlace ya no sirve",
        void_says="Ya se usó, lo retiraron, tiene más de 14 días o lo que daba ya terminó. Quien le invitó puede hacer "
        "otro.",
        login_taken="Alguien ya entra con ese nombre. Elija otro.",
        too_short="La contraseña es demasiado corta o demasiado común.",
        blank="Complete este dato.",
        people="Personas",
        people_says="Quién puede ver qué aquí, desde cuándo y hasta cuándo. Abra un nombre para cambiarlo o "
        "terminarlo.",
        invite="Invitar a alguien",
        which_provider="¿De quién son las sesiones que da?",
        which_school="¿Qué escuela?",
        not_chosen="Sin elegir",
        none_on_record="Todavía no hay ninguno en el registro",
        which_blank="Elija de la lista. Si está vacía, todavía no hay nada de eso en el registro.",
        invite_made="La invitación está lista",
        invite_made_says="Entregue el enlace y los números por dos medios distintos. Solo se muestran ahora. El enlace "
        "sirve una vez, durante 14 días, después de que una segunda persona lo confirme.",
        link="Enlace",
        confirm="Confirmar",
    ),
)
