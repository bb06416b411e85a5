"""Words of who has which right, since when and until when; of giving one and of ending it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsWords:
    """Words of who has which right, since when and until when.

    Attributes:
        kind_says: What each kind of relation lets one see, for who gives it and for who has several.
    """

    kind_says: Mapping[str, str]
    of_provider: str
    student_number: str
    named: Counted
    since: str
    later: str
    ended: str
    never: str
    completing: str
    barred: str
    limited: str
    waits: str
    closed: str
    no_right: str
    nobody_named: str
    everybody: str
    open: str
    choose_kind: str
    for_whom: str
    called: str
    called_says: str
    which_one: str
    which_children: str
    children_later: str
    find: str
    find_go: str
    more_left: Counted
    none_found: str
    numbers: str
    numbers_says: str
    new_provider: str
    new_provider_says: str
    dates: str
    begins: str
    ends: str
    one_child: str
    no_child: str
    no_such_number: str
    wrong_days: str
    waiting: str
    waiting_says: str
    made_by: str
    for_account: str
    more_children: str
    without_children: str
    way_out: str
    way_out_why: str
    way_out_who: str
    way_out_then: str
    owner: str
    lately: str
    lately_says: str
    lately_none: str
    lately_count: Counted
    lately_password: str
    lately_factor: str
    lately_by: str
    unused: str
    confirmed_unused: str
    expired: str
    void: str
    take_back: str
    link_waits: str
    link_waits_says: str
    link_sign_in: str
    link_not_yours: str
    link_not_here: str
    order_on_record: str
    give: str
    give_says: str
    offer: str
    given_by: str
    end: str
    end_says: str
    end_completes: str
    end_shut_out: str
    last_day: str
    why: str
    why_family: str
    end_go: str
    ended_by: str
    order: str
    order_says: str
    order_none: str
    order_limited: str
    order_seen: str
    order_seen_is: str
    order_go: str
    children: str
    add_children: str
    add_go: str
    end_child: str
    close: str
    close_says: str
    close_go: str
    not_own: str
    wrong_last_day: str
    not_longer: str
    why_needed: str
    order_needed: str
    lost: str
    lost_password: str
    lost_phone: str
    lost_ended: str
    lost_alone: str


RIGHTS: Final = Bilingual(
    en=RightsWords(
        kind_says={
            "family": "One child: the account, letters, and notes of their own.",
            "therapist": "The children to whom they give services: notes each session, reads their accounts.",
            "contractor": "The same for somebody of an agency. The family sees on which days they looked.",
            "case_manager": "The children whom you name for them: accounts, letters, the team's decisions.",
            "school_leader": "The children of one school, its days without sessions on record, closed days.",
            "director": "All children and schools. Brings in files, chooses the rule, invites people.",
            "administrator": "Accounts and invitations. Sees no child's records.",
        },
        of_provider="{kind}, {name}",
        student_number="student {number}",
        named=Counted("1 child named", "{n} children named"),
        since="since {day}",
        later="from {day}",
        ended="ended on {day}",
        never="ended before it began",
        completing="may complete days inside it until {day}",
        barred="ended by a court order",
        limited="limited by a court order",
        waits="waits for a second person",
        closed="account closed on {day}",
        no_right="No right to anything here.",
        nobody_named="No child is named for you today, so nobody is shown. A director or administrator can name the "
        "children of your caseload, under People.",
        everybody="Everybody with an account",
        open="Look at it, change it or end it",
        choose_kind="What are they here? It says what they can see.",
        for_whom="For: {kind}",
        called="Who is it? Their name",
        called_says="Whoever confirms the invitation reads it.",
        which_one="Which child?",
        which_children="Which children?",
        children_later="You can name children later too. Until then they see none.",
        find="Part of a name or number",
        find_go="Find",
        more_left=Counted("1 more child is not shown. Find it by name.", "{n} more are not shown. Find them by name."),
        none_found="No child is found by that.",
        numbers="The students' numbers",
        numbers_says="An administrator sees no names of children. Several numbers: put a comma between them. A "
        "director chooses from a list of names.",
        new_provider="Or not on that list: their name",
        new_provider_says="They are put on the list under this name. Then name their children below.",
        dates="For how long?",
        begins="From (blank: from the first sign-in)",
        ends="Until (blank: no last day yet)",
        one_child="Choose one child. A second child of the same family gets an invitation of its own.",
        no_child="Choose at least one child.",
        no_such_number="Not on record here: {numbers}",
        wrong_days="Please check the days: the last one cannot be before the first.",
        waiting="Waits for a second person",
        waiting_says="Nobody gets a right by one person alone. Another director or administrator confirms it here, "
        "never the one who offered it or who gets it.",
        made_by="offered by {name}",
        for_account="for {name}",
        more_children="more children: {what}",
        without_children="no child named yet",
        way_out="Nobody else here can confirm yet. What to do",
        way_out_why="A right to see children needs two people, and you are the only one here who can give or confirm.",
        way_out_who="So whoever looks after the computer on which Makegood runs is the second one. If that is you, "
        "have somebody else of the district look at what you offered before you do it. On that computer open a "
        "terminal and type:",
        way_out_then="Do this first for a second director or administrator. From then on the two of you confirm "
        "everything else here.",
        owner="whoever looks after the computer",
        lately="Given in the last seven days",
        lately_says="Who may see something since then, and who got a new way to sign in. Is one of these not as it "
        "should be? Open it: a right can be ended, an account closed, at once.",
        lately_none="Nothing was given.",
        lately_count=Counted(
            "1 right or way to sign in was given in the last seven days. Please look at it.",
            "{n} rights or ways to sign in were given in the last seven days. Please look at them.",
        ),
        lately_password="a new password",  # noqa: S106 - words
        lately_factor="the second step, to be set up on a new phone",
        lately_by="given anew by {name}",
        unused="Offered and not used",
        confirmed_unused="confirmed, not used yet; the link works until {day}",
        expired="not used; the link ended on {day}. Make a new one if it is still wanted.",
        void="the digits were typed wrong five times, so the link no longer works. Make a new one.",
        take_back="Take back",
        link_waits="Your invitation is not ready yet",
        link_waits_says="The link is right. A second person at the school or district still has to confirm it. Keep "
        "the link, and open it again later: you need no new one. If it takes long, ask who sent it to you.",
        link_sign_in="If you have made your account already, sign in",
        link_not_yours="Whoever made or confirmed an invitation does not use it. Ask another director or administrator "
        "to give you the right.",
        link_not_here="This invitation cannot be used with this account. Please ask at the school or district.",
        order_on_record="A court order about this parent and this child is on record: {words} Please make sure that it "
        "was lifted before you confirm.",
        give="Give another right",
        give_says="For {name}. A second person confirms it.",
        offer="Offer it",
        given_by="Given by {one}, confirmed by {two}.",
        end="End it",
        end_says="It holds to the end of the last day. With an earlier day it ends at once.",
        end_completes="For 30 days after the last day they may still note sessions of days inside it.",
        end_shut_out="To shut somebody out at once and from everything, close the account on the person's page.",
        last_day="Last day",
        why="Why (if you want to say)",
        why_family="Why? Without a court order a parent's right ends only with the child's time here or at the age of "
        "majority.",
        end_go="End it on this day",
        ended_by="Entered by {name} on {day}.",
        order="A court order about this parent",
        order_says="Both parents may see everything unless an order says otherwise. It holds from now on; to lift it, "
        "give the right again.",
        order_none="The order ends this right: nothing is shown from now on",
        order_limited="The order limits it: the parent may look, and answers offers at the school",
        order_seen="Who saw the order, and its date",
        order_seen_is="The order: {words}",
        order_go="Enter the order",
        children="Children who were named",
        add_children="Name more children",
        add_go="Offer these children",
        end_child="End for {child}",
        close="Close the account",
        close_says="It ends every right of this person at once, and the visit that is open. Invitations that they made "
        "and nobody has used are taken back. What they wrote stays on record. A closed account is not opened again: "
        "after a mistake the person is invited again, and chooses another name to sign in with.",
        close_go="Close this account",
        not_own="Nobody ends a right of their own. Ask another director or administrator.",
        wrong_last_day="Please give a last day. It cannot lie before the first day. If the right is not to begin at "
        "all, give the day before that: {day}.",
        not_longer="It ends earlier than that already. A longer right is given once more, and a second person "
        "confirms it.",
        why_needed="Please say why the family's right ends.",
        order_needed="Please say what the order does, and who saw it.",
        lost="Lost your password or your phone?",
        lost_password="Password: ask whoever invited you, at the school or district. They turn to the "  # noqa: S106
        "person who looks after Makegood there, who makes sure that it is you and gives you a new one. Nothing is "
        "sent by e-mail.",
        lost_phone="Phone: after your password, type one of your recovery codes in place of the six digits. Each works "
        "once. If you have none left, the same person can let you set up a new phone.",
        lost_ended="If your work or your child's time there has ended, your account may have ended too. Whoever "
        "invited you can tell you.",
        lost_alone="If you use Makegood alone on your own computer: open a terminal in the folder in which you start "
        "it. “makegood user list” shows what you sign in with, and “makegood user password NAME” gives a new password.",
    ),
    es=RightsWords(
        kind_says={
            "family": "Un solo estudiante: su cuenta, cartas y notas propias.",
            "therapist": "Los estudiantes a quienes da servicios: anota cada sesión y ve sus cuentas.",
            "contractor": "Lo mismo, para alguien de una agencia. La familia ve en qué días miró la cuenta.",
            "case_manager": "Los estudiantes que usted indique: cuentas, cartas y decisiones del equipo.",
            "school_leader": "Los estudiantes de una escuela, sus sesiones sin registro y los días de cierre.",
            "director": "Todos los estudiantes y escuelas. Trae archivos, elige la regla, invita a personas.",
            "administrator": "Cuentas e invitaciones. No ve datos de ningún estudiante.",
        },
        of_provider="{kind}, {name}",
        student_number="estudiante {number}",
        named=Counted("1 estudiante indicado", "{n} estudiantes indicados"),
        since="desde el {day}",
        later="a partir del {day}",
        ended="terminó el {day}",
        never="terminó antes de empezar",
        completing="puede completar días de ese tiempo hasta el {day}",
        barred="terminado por una orden judicial",
        limited="limitado por una orden judicial",
        waits="espera a una segunda persona",
        closed="cuenta cerrada el {day}",
        no_right="No tiene acceso a nada aquí.",
        nobody_named="Hoy no hay ningún estudiante indicado para usted, y por eso no se muestra a nadie. La dirección "
        "o la administración puede indicar los estudiantes a su cargo, en Personas.",
        everybody="Todas las personas con una cuenta",
        open="Verlo, cambiarlo o terminarlo",
        choose_kind="¿Qué es esta persona aquí? De eso depende lo que puede ver.",
        for_whom="Para: {kind}",
        called="¿Quién es? Su nombre",
        called_says="Lo lee quien confirma la invitación.",
        which_one="¿Qué estudiante?",
        which_children="¿Qué estudiantes?",
        children_later="También puede indicarlos más tarde. Hasta entonces no verá a ninguno.",
        find="Parte del nombre o del número",
        find_go="Buscar",
        more_left=Counted(
            "Hay 1 estudiante más que no se muestra. Búsquelo por su nombre.",
            "Hay {n} estudiantes más que no se muestran. Búsquelos por su nombre.",
        ),
        none_found="No se encontró a ningún estudiante así.",
        numbers="Los números de los estudiantes",
        numbers_says="La administración del sitio no ve nombres de estudiantes. Si son varios números, sepárelos con "
        "comas. La dirección del distrito los elige de una lista de nombres.",
        new_provider="O, si no está en la lista: su nombre",
        new_provider_says="Se agrega a la lista con este nombre. Después indique abajo sus estudiantes.",
        dates="¿Por cuánto tiempo?",
        begins="Desde (en blanco: desde que entre por primera vez)",
        ends="Hasta (en blanco: todavía sin último día)",
        one_child="Elija un solo estudiante. Para otro hijo de la misma familia se hace otra invitación.",
        no_child="Elija por lo menos un estudiante.",
        no_such_number="No está en el registro: {numbers}",
        wrong_days="Revise los días: el último no puede ser anterior al primero.",
        waiting="Espera a una segunda persona",
        waiting_says="Nadie recibe acceso por decisión de una sola persona. Lo confirma aquí otra persona de la "
        "dirección o de la administración, nunca quien lo ofreció ni quien lo recibe.",
        made_by="lo ofreció {name}",
        for_account="para {name}",
        more_children="más estudiantes: {what}",
        without_children="todavía sin estudiantes indicados",
        way_out="Todavía no hay aquí otra persona que pueda confirmar. Qué hacer",
        way_out_why="Para dar acceso a datos de estudiantes hacen falta dos personas, y usted es la única aquí que "
        "puede darlo o confirmarlo.",
        way_out_who="Por eso la segunda persona es quien tiene a su cargo la computadora en la que corre Makegood. Si "
        "es usted, pida antes a otra persona del distrito que revise lo que ofreció. En esa computadora, abra una "
        "terminal y escriba:",
        way_out_then="Hágalo primero para otra persona de la dirección o de la administración. Desde entonces, entre "
        "las dos confirman aquí todo lo demás.",
        owner="quien tiene a su cargo la computadora",
        lately="Lo que se dio en los últimos siete días",
        lately_says="Quién puede ver algo desde entonces y quién recibió otra forma de entrar. ¿Algo no es como debe "
        "ser? Ábralo: ahí puede terminar un acceso o cerrar una cuenta de inmediato.",
        lately_none="No se dio nada.",
        lately_count=Counted(
            "En los últimos siete días se dio 1 acceso o forma de entrar. Revíselo.",
            "En los últimos siete días se dieron {n} accesos o formas de entrar. Revíselos.",
        ),
        lately_password="otra contraseña",  # noqa: S106 - palabras
        lately_factor="el segundo paso, para un teléfono nuevo",
        lately_by="lo dio de nuevo {name}",
        unused="Ofrecido y sin usar",
        confirmed_unused="confirmada y sin usar; el enlace sirve hasta el {day}",
        expired="no se usó; el enlace venció el {day}. Haga otra invitación si todavía hace falta.",
        void="los números se escribieron mal cinco veces y el enlace ya no sirve. Haga otra invitación.",
        take_back="Retirar",
        link_waits="Su invitación todavía no está lista",
        link_waits_says="El enlace es correcto. Falta que una segunda persona de la escuela o del distrito lo "
        "confirme. Guarde el enlace y ábralo más tarde: no necesita uno nuevo. Si tarda mucho, pregunte a quien se lo "
        "envió.",
        link_sign_in="Si ya creó su cuenta, entre aquí",
        link_not_yours="Quien hizo o confirmó una invitación no la usa. Pida el acceso a otra persona de la dirección "
        "o a otro administrador.",
        link_not_here="Esta invitación no se puede usar con esta cuenta. Pregunte en la escuela o el distrito.",
        order_on_record="Consta una orden judicial sobre este padre o madre y este niño: {words} Antes de confirmar, "
        "compruebe que se levantó.",
        give="Dar otro acceso",
        give_says="Para {name}. Una segunda persona lo confirma.",
        offer="Ofrecerlo",
        given_by="Lo dio {one} y lo confirmó {two}.",
        end="Terminarlo",
        end_says="Vale hasta el final del último día. Si pone un día anterior, termina de inmediato.",
        end_completes="Durante 30 días después del último día, todavía puede anotar sesiones de los días de ese "
        "tiempo.",
        end_shut_out="Para quitarle todo acceso de inmediato, cierre la cuenta en la página de esa persona.",
        last_day="Último día",
        why="Por qué (si quiere decirlo)",
        why_family="¿Por qué? Sin una orden judicial, el acceso de un padre o una madre solo termina cuando su hijo(a) "
        "deja el distrito o cumple la mayoría de edad.",
        end_go="Terminarlo en este día",
        ended_by="Lo anotó {name} el {day}.",
        order="Una orden judicial sobre este padre o madre",
        order_says="El padre y la madre pueden ver todo, a menos que una orden diga otra cosa. Vale desde ahora; para "
        "levantarla, dé el acceso otra vez.",
        order_none="La orden termina este acceso: desde ahora no se le muestra nada",
        order_limited="La orden lo limita: puede mirar, y responde a las ofertas en la escuela",
        order_seen="Quién vio la orden, y su fecha",
        order_seen_is="La orden: {words}",
        order_go="Anotar la orden",
        children="Estudiantes indicados",
        add_children="Indicar más estudiantes",
        add_go="Ofrecer estos estudiantes",
        end_child="Terminar para {child}",
        close="Cerrar la cuenta",
        close_says="Termina de inmediato todo acceso de esta persona y la visita que tenga abierta. Las invitaciones "
        "que hizo y nadie ha usado se retiran. Lo que escribió queda en el registro. Una cuenta cerrada no se vuelve a "
        "abrir: si fue un error, se invita de nuevo a la persona, que elige otro nombre para entrar.",
        close_go="Cerrar esta cuenta",
        not_own="Nadie termina su propio acceso. Pídalo a otra persona de la dirección o de la administración.",
        wrong_last_day="Indique el último día. No puede ser anterior al primero. Si el acceso no debe empezar, indique "
        "el día anterior a ese: {day}.",
        not_longer="Ya termina antes de ese día. Un acceso más largo se da de nuevo, y una segunda persona lo "
        "confirma.",
        why_needed="Indique por qué termina el acceso de la familia.",
        order_needed="Indique qué hace la orden y quién la vio.",
        lost="¿Perdió su contraseña o su teléfono?",
        lost_password="Contraseña: pregunte a quien le invitó, en la escuela o en el distrito. Esa "  # noqa: S106
        "persona avisa a quien administra Makegood allí, que comprueba que es usted y le da una nueva. Nada se envía "
        "por correo.",
        lost_phone="Teléfono: después de su contraseña, escriba uno de sus códigos de recuperación en lugar de los "
        "seis números. Cada uno sirve una vez. Si ya no le queda ninguno, la misma persona puede dejarle configurar "
        "otro teléfono.",
        lost_ended="Si terminó su trabajo allí o su hijo(a) ya no está en ese distrito, quizá también terminó su "
        "cuenta. Quien le invitó puede decírselo.",
        lost_alone="Si usa Makegood por su cuenta en su propia computadora: abra una terminal en la carpeta en la que "
        "lo inicia. “makegood user list” muestra con qué nombre entra, y “makegood user password NOMBRE” le da una "
        "contraseña nueva.",
    ),
)
