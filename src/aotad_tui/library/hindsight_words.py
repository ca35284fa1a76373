"""Words of hindsight by language, as regular expressions, one line for each way to tell what comes later.

`…` stands for up to three words, `Name` for a capitalised word. Words that also tell the order of events ("eventually")
are listed only with what makes them hindsight: a future, a person in the present tense, or what somebody is.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HindsightWords:
    """The words of one language.

    `words` are hindsight wherever they stand. `beginnings` ("at first") are, unless one of the `changes` ("but")
    follows in the same paragraph: then the text shows what changes.
    """

    words: str
    beginnings: str = ""
    changes: str = ""


_ENGLISH = HindsightWords(
    words=r"""
(?:will|would|is to|are to) (?:later|eventually|ultimately|one day|someday|come to (?:regret|know|learn|see|understand))
(?<!I )(?:will|would) (?:die|betray|regret|prove|turn out|matter|haunt|cost … dearly)(?![^.]* (?:if|unless) )
(?:will|would) become (?:clear|important|known|apparent)|(?:will|would) be important|is going to die
(?:will|would)(?: only| soon)? be (?:explained|revealed|understood|solved)|(?:will|would)(?: not)? meet again
it (?:will|would) be (?:long|… (?:days|weeks|months|years)) before
only (?:much )?later|is later|are later|who later|later (?:becomes?|turns? out|proves?|revealed)
(?<=, )later (?:an?|the|his|her)
(?<!, )Name (?:eventually|ultimately) \w+s|eventually (?:becomes?|dies|learns?|finds? out)
it turns out(?: that|,)|as it turns out|as we (?:learn|will learn) later|as we (?:will|shall) see|more on … later
(?:future|eventual) (?:wife|husband|bride|king|queen|emperor|empress|successor|victim|murderer|killer|enemy|traitor)
soon to be|soon-to-be
(?:he|she|who|Name) is actually (?:an?|the|his|her)
(?:is|are|was|were) secretly (?:an?|the|his|her|their|in love|married)
(?:is|are) revealed as|the true identity|true identity of|so far unknown to|the real killer
until … death|before … dies|before … death|the late Name|(?:is|are|was|were) believed to be|believed dead|presumed dead
(?:first|last) of … to (?:die|fall|go)|the first victim|(?:days|weeks|months) to live|days are numbered
(?:is|are|was|were) doomed|(?:the|a) doomed|(?:fated|destined) to
little do(?:es)? … know|little do(?:es)? … guess|little did … know|unbeknownst to|(?:no one|nobody) can know
ha(?:s|ve) yet to (?:learn|discover|find|meet|hear|see)
(?:is|are) not yet an?|do(?:es)?(?: not|n't) (?:yet (?:know|suspect|guess|see)|reali[sz]e)
(?:wrongly|mistakenly) (?:believes?|thinks?|assumes?|takes?)|(?:believes?|thinks?|assumes?), (?:wrongly|mistakenly)
(?:seemingly|supposedly) (?:harmless|innocent|friendly|loyal|dead)
still (?:trusts?|believes?|together)|still a mystery|for now|for the time being|for the moment
never (?:finds out|learns|recovers)|for the last time|(?:is|be) the last time|back to haunt
(?:until|in|by) the (?:next|following|last|final) (?:chapter|episode|season|volume)|later (?:chapters|episodes)
at the end of the (?:book|novel|story|series|season)
foreshadow\w*|in hindsight|in retrospect|red herring|plot twist
""",
    beginnings="at first(?! light| sight| glance| hand)|initially",
    changes="but|however|then|until|later|soon|now|once|when|after|afterwards|at last|finally|eventually|in the end",
)
_GERMAN = HindsightWords(
    words=r"""
vorerst|fürs Erste|bis zu … Tod|stellt sich heraus|stellt sich … heraus|später wird|wird später
wie sich zeigt|wie sich später zeigt|künftige Frau|künftiger Mann
zum letzten Mal|in Wahrheit|in Wirklichkeit|ahnt nicht|ohne zu ahnen|im Nachhinein|totgeglaubt\w*
""",
    beginnings="zunächst|anfangs",
    changes="aber|doch|dann|bis|später|bald|schließlich|am Ende|endlich",
)
_FRENCH = HindsightWords(
    words=r"""
pour l'instant|jusqu'à … mort|avant … mort|il s'avère|s'avère être|future femme|futur mari
pour la dernière fois|en réalité|se révèle|à l'insu de|rétrospectivement
""",
    beginnings="au début|d'abord",
    changes="mais|puis|ensuite|jusqu\\w*|plus tard|bientôt|finalement|à la fin|enfin",
)
_SPANISH = HindsightWords(
    words=r"""
por ahora|hasta … muerte|antes de … muerte|resulta que|resulta ser|futura esposa|futuro marido
por última vez|en realidad|se revela|sin saberlo|a la postre
""",
    beginnings="al principio",
    changes="pero|luego|después|hasta|más tarde|pronto|finalmente|al final|por fin",
)
_KOREAN = HindsightWords(
    words="당분간|죽기 전까지|알고 보니|훗날|나중에 밝혀지|미래의 아내|미래의 남편",
    beginnings="처음에는",
    changes="하지만|그러나|그런데|나중에|이내|결국",
)

LANGUAGES = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "ko": _KOREAN}
"""The lists, by the first two letters of a language."""
