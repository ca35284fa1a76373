"""Words that are names too, and words that make a description of a name. Such names are not used in short."""

from __future__ import annotations

import re

_ENGLISH = (
    "rose will black white grace hope faith joy may june april august summer autumn winter dawn eve ivy lily daisy "
    "violet iris heather hazel ginger olive sage basil rosemary pearl ruby amber jade crystal star sky rain storm snow "
    "frost brook river ocean bay forest wood woods stone rock cliff hill dale field fields lake pond moor heath marsh "
    "miles chase grant mark bill bob jack pat rob sue drew dean earl duke king prince knight bishop pope abbott baker "
    "cook smith miller mason carter cooper fisher hunter archer shepherd weaver taylor tailor turner potter porter "
    "page parker gardener fox wolf hawk crow raven swan drake bird lamb bull lion bear buck green brown gray grey red "
    "blue gold silver rich young old long short little small strong wise good best true noble merry sweet sharp bright "
    "bliss love heart day night moon sun west north south east church temple abbey bell cross banks street lane gates "
    "ford park castle house ward price penny cash major major rush wren reed vine branch root gage barker ray art ash "
    "guy gene skip chance colt ace angel christian patience prudence charity mercy constance clement victor norm sandy "
    "rusty rocky sunny happy dusty stormy holly robin jay martin cherry peach berry apple lance pierce trip wade "
    "lucky blaze flint steel nick dick jimmy peg kitty carol melody harmony destiny trinity serenity honor justice "
    "paris china india jordan chelsea florence austin houston lincoln washington york england france london georgia "
    "virginia carolina dakota montana sydney victoria israel egypt"
)
_OTHERS = {
    "de": "wolf stein berg bach fuchs bauer engel sommer winter frost herz klein gross groß lang kurz schwarz weiß "
    "braun rot rosa lieb stark jung sonntag freitag morgen kaiser koch fischer schneider weber wagner hahn vogel "
    "baum busch blum feld wald stern sonne mond kraft mut ernst may mark",
    "fr": "rose blanc blanche noir petit grand roy leroy marine aurore olive fleur mai dupont bois lune soleil neige "
    "pierre claire marguerite violette reine ange prudence constance bonheur lebrun roux leblanc mercier boucher",
    "es": "rosa blanca mar sol luz paz flores cruz reyes rey leon león soledad dolores mercedes consuelo esperanza "
    "santos iglesias torres campos alma pilar remedios nieves concepción amparo gloria victoria linda",
    "ko": "사랑 하나 나라 우리 보라 가을 여름 겨울 아름 소리 이슬 미소 하늘 바다 나무 구름 마음 세상 이름 사람 시간 "
    "오늘 지금 진짜 여기 미래 소망 믿음 기쁨 행복",
}
_DESCRIBING = frozenset(
    re.findall(
        r"\w+",
        "man woman boy girl child baby kid guard guards soldier soldiers eater eaters witch wizard ruler rider walker "
        "keeper hunter killer slayer master mistress queen king prince princess lord lady god goddess father mother "
        "brother sister son daughter wife husband widow uncle aunt nurse doctor teacher professor student servant "
        "maid butler priest monk nun bishop pope driver cook clerk waiter waitress sailor captain officer policeman "
        "detective inspector voice ghost spirit stranger beast dragon dog cat horse wolf bird crow company family "
        "group gang parents people folk one two three four five six seven eight nine ten first second third number "
        "unknown former president chief head leader agent merchant trader thief beggar bandit pirate knight squire "
        "steward messenger herald speaker owner neighbour neighbor friend stepmother stepfather grandmother "
        "grandfather cousin twin twins who must not",
    )
)


def common_words(language: str) -> frozenset[str]:
    """The words, in lower case, that are common in a language, such as "en" or "de-AT", and are names too."""
    return frozenset(_OTHERS.get(language[:2].casefold(), _ENGLISH).split())


def describes(word: str) -> bool:
    """Whether a name with this word is a description: "Death Eater"."""
    return word.casefold() in _DESCRIBING
