"""Short forms of English given names, and Ukrainian names in their Russian form: a small table, honest about what it covers."""

from __future__ import annotations

from collections import defaultdict

_GROUPS = """
abigail abby | albert al bert | alexander alex sandy | alexandra alex sandra | alfred al fred | andrew andy drew | anthony tony |
arthur art | barbara barb | benjamin ben benny | bernard bernie | bradley brad | catherine cathy kate katie cate | charles charlie
chuck | christina chris tina | christopher chris kit | clifford cliff | cynthia cindy | daniel dan danny | david dave davy | deborah
deb debbie | dennis denny | donald don donnie | dorothy dot | douglas doug | edward ed eddie ted ned | eleanor ellie nell | elizabeth
liz beth betsy betty lizzie | eugene gene | francis frank | franklin frank | frederick fred freddie | gabriel gabe | geoffrey geoff
jeff | gerald gerry jerry | gilbert gil | gregory greg | harold hal harry | henry hank harry | herbert herb | jacob jake | james jim
jimmy jamie | jeffrey jeff | jennifer jen jenny | jeremiah jerry | jerome jerry | jessica jess jessie | john jack johnny | jonathan jon
jonny | joseph joe joey | joshua josh | judith judy | katherine kate kathy katie kathie | kathleen kathy katie | kenneth ken kenny |
kimberly kim | lawrence larry | leonard len lenny leo | louis lou | lucille lucy | margaret maggie meg peggy marge | martin marty |
matthew matt | maxwell max | michael mike mick mickey | mitchell mitch | nancy nan | nathan nate | nathaniel nate nat | nicholas nick
nicky | pamela pam | patricia pat patty trish tricia | patrick pat paddy | peter pete | philip phil | phillip phil | randall randy |
randolph randy | raymond ray | rebecca becky becca | richard dick rick rich ricky | robert bob rob bobby robbie bert | ronald ron
ronnie | russell russ | samantha sam | samuel sam sammy | stephen steve | steven steve stephen | stanley stan | susan sue susie |
terence terry | theodore ted teddy theo | theresa terry tess | thomas tom tommy | timothy tim timmy | valerie val | victoria vicky tori
| vincent vince vinny | virginia ginny | walter walt wally | wesley wes |
volodymyr vladimir | oleksandr aleksandr alexander | mykola nikolai nikolay | serhiy sergei sergey | dmytro dmitry dmitri | andriy andrei
andrey | mykhailo mikhail | yevhen evgeny yevgeny | pavlo pavel | oleksiy alexei aleksei | oleh oleg | ihor igor |
alejandro alex | antonio tony toni | aleksandr sasha | concepcion concha | corazon cora cory | dmitri dima | dolores lola | eduardo eddie |
elijah eli | enrique kike | francisco paco pancho kiko | friedrich fritz | georgina gina | giovanni gianni | giuseppe beppe peppe |
guillermo memo | ignacio nacho | johannes hans | jose pepe | josephine josie jo | manuel manny manolo | mikhail misha | natalia natasha |
rafael rafa | ricardo ricky | roberto beto bobby | rosalinda linda | rosario charo | teodoro teddy teo | wilhelm willi willy |
wilhelmina wilma | yekaterina katya |
william bill billy will willie willy | zachary zach zack
"""


def _table() -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = defaultdict(set)
    for group in _GROUPS.split("|"):
        full, *short = group.split()
        for name in short:
            related[name].add(full)
            related[full].add(name)
            # Two short forms of one name (Bob, Rob) may both stand in print.
            related[name].update(other for other in short if other != name)
    return {name: frozenset(others) for name, others in sorted(related.items())}


_RELATED = _table()


def are_nicknames(left: str, right: str) -> bool:
    """Tell whether two folded given names are short forms of each other, or of one name (bob, robert; bob, rob)."""
    return right in _RELATED.get(left, ())


def is_given_name(token: str) -> bool:
    """Tell whether a folded token is a given name of the table."""
    return token in _RELATED
