"""What a letter or an entry of a paper lacks, in Spanish."""

from typing import Final

SAID: Final = (
    ("The records have nothing missed and nothing without a record, so this letter is about nothing yet.",
     "En el registro no falta ninguna sesión ni hay días sin registro, así que esta carta todavía no trata de nada."),
    ("This letter is about another kind of plan than the records have for this child: {}.",
     "Esta carta es sobre otra clase de plan que el del registro: {}."),
    ("There is no field {}.", "No existe el campo {}."),
    ("{} is still to come.", "El {} todavía no ha llegado."),
    ("This is on record already, as {}.", "Esto ya está en el registro: {}."),
    ("There is no {} {} in these records.", "En el registro no hay nada ({}) con el identificador {}."),
    ("The fonts of the PDF lack {} of its characters; � is in their place. The Word file has them all.",
     "A las letras del PDF les faltan {} de sus signos; en su lugar está �. El archivo de Word los tiene todos."),
    ("These templates need more than {} seconds, or more memory than a paper may take.",
     "Estas plantillas necesitan más de {} segundos, o más memoria de la que puede usar un documento."),
)  # fmt: skip
