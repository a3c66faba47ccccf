"""Family names that stand before the given name: Chinese, Korean and Vietnamese ones, as newspapers in English spell them.

A small table, honest about what it covers: the commonest of each language make up nine tenths of its people.
"""

from __future__ import annotations

_FAMILIES = frozenset(
    """
ang au bai cai cao chan chang chao chen cheng cheong chew chia chiang chin chng chong chou choo chow choy chu chua chui chung deng ding
dong du fan fang feng foo fu fung gan gao ge geng goh gong gu guan guo han hao he ho hong hou hsieh hsu hu hua huang hui hung jia jiang
jin kam kang khoo koh kong kuo kwan kwok kwong lai lam lau law lee leong leung lew li liang liao lien lim lin ling liu lo loh loke loo low
lu lui luo lum ma mao mei meng mo mok ng ngo nie niu ong ooi pan pang peng phua poh poon qian qin qiu quah quek ren seah see seet seow shao
shen shi shih sia siew sim sng soh song soo su sun sung szeto tai tam tan tang tao tay teh teng teo tham thng tian tien ting toh tong tsai
tsang tse tseng tsui tu tung wan wang wee wei wen won wong woo woon wu xia xiao xie xiong xu xue yam yan yang yao yap ye yee yeo yeoh yeung
yin yip yong you yu yuan yue yuen yun zeng zhang zhao zheng zhong zhou zhu zou
ahn bae baek byun cha cho choi chun eom gil gwon heo hwang hyun im jang jeon jeong ji jo joo jung kim ko ku kwon min moon nam noh oh paik
park pyo ryu seo shim shin sohn suh woo yim yoo yoon
bui dang dao dinh doan duong hoang huynh luong ly ngo nguyen pham phan tran trinh truong vo vu
""".split()
)


def is_family_first(token: str) -> bool:
    """Tell whether a plain token is such a family name."""
    return token in _FAMILIES
