"""What is read by pattern and not by word: figures, dates, organs, titles, and lists that leave nothing out.

Of several that match at a place the longest is read, as of words; of two as long, the word.
"""

from .numbers import BEGINNINGS, QUANTITY

__all__ = ["NAMED", "NO_NAME", "PATTERNS"]

_HAN = "一二三四五六七八九十"
_TO = r"[至到\-—~～－]+"
_YEAR = r"20\d\d年?"

# The year as a whole, however its days are told; any other month is but a part of it.
_FULL_YEAR = rf"{_YEAR}(?:1月?(?:1日)?)?起?{_TO}(?:20\d\d年)?12月(?:31日|底)?(?:期间|止)?"
_MONTH = rf"(?:20\d\d年)?(?:[\d{_HAN[:4]}]+{_TO})?\d{{1,2}}月(?:\d+日)?份?"
_NUMBERING = rf"[①-⑳]|[0-9{_HAN}]{{1,2}}[.．、](?=\D)|[（(][0-9{_HAN}]{{1,2}}[）)]"
_ARTICLE = rf"第[{_HAN}百\d]+[条款项](?:第?[（(]?[{_HAN}\d]+[）)]?[款项])*"
_DOCUMENT = r"[\u4e00-\u9fff]{1,8}[〔\[（(]20\d\d[〕\]）)]\d+号(?:文件|文)?"

# 公民、法人和其他组织: everyone.
_EVERYONE = (
    "(?:自然人|公民)(?:个人)?[、和及与或，]?(?:企业)?法人(?:[、和及与或]|或者|以及)*(?:其[他它])?(?:社会)?组织"
    "|公民[、和]法人|(?:单位|组织)[和或及、]个人|个人[和或及、](?:单位|组织)"
)
# Several channels and 等 leave none out.
_CHANNELS = (
    "(?:通过|以|采用|经由?)[^，。；0-9]{2,40}(?:等(?:多种|各种|各类|多个)?|[种类个])(?:方式|渠道|途径|形式)"
    "(?<=[等种类个]..)"
)
_CHANNEL = "网络|网上|线上|信函|来函|当面|现场|邮寄|邮件|电子邮件|邮箱|传真|书面|口头"
_LISTED = f"(?:{_CHANNEL})(?:、(?:{_CHANNEL}))+等(?:多种|各种|各类|多个)?(?:方式|渠道|途径|形式)"
# 由88件降为63件: what it was does not count.
_FROM = (
    r"[由从](?:上年|去年|20\d\d年)?的?\d+[件起宗份](?:大幅|小幅)?(?:下降|减少|增加|上升|增长|降|升|增|减)[到至为]"
    "(?:今年的?|本年的?)?"
)

# Under whose guidance, on which principle and by which rule: what is between is any words, or none but those of rules.
_UNDER = "在[^，。；0-9]{2,24}(?:领导|指导|支持|关心|帮助|配合|监督|统筹)下"
_PRINCIPLE = "(?:本着|秉持|坚持|遵循|按照)[^，。；0-9]{2,20}原则"
_RULES = (
    "(?:根据|按照|依照|依据|遵照)(?:《[^》]*》|上级|国家|[省市县区]|国务院|办公厅|政府信息公开|依申请公开|条例|法律|法规|有关|相关"
    "|统一|主管|部门|机关|关于|[的和及、])+(?:文件|工作|部署)?(?:精神|要求|部署|规定|安排)"
)
# 逾期不补正、行政机关不再处理其政府信息公开申请: as the form has it.
_NO_LONGER = "[，,、](?:本?行政机关|本机关|[我本][局委办厅镇乡])?不再处理(?:[其的](?:政府信息公开)?申请)?"
# 因临近年底，结转至下年: why they were carried does not count.
_CARRIED = "(?:依法|按规定|已|将|需)?(?:结转|转入|转至|顺延|跨年)"
_REASON = f"因(?!此|而)(?:[^，。；：0-9]{{2,16}}(?=，{_CARRIED})|[^，。；：0-9不未无没]{{2,16}}(?={_CARRIED}))"

# Which way figures are told next: 从答复结果看.
_ASPECTS = (
    "申请人|申请主体|主体|申请内容|内容|申请方式|方式|渠道|途径|申请类型|类型|类别|层级|来源|答复结果|办理结果|处理结果"
    "|结果|答复类型|答复|办理|数量|申请量|身份|性质|时间"
)
# How it was done, in one word or several: 依法、及时、准确地答复.
_ADVERBS = (
    "依法|依规|按期|按时|按规定|及时|如期|准时|限时|认真|严格|严谨|严肃|规范|妥善|高效|顺利|积极|全面|切实"
    "|稳妥|有序|扎实|准确|精准|公正|公平|客观|便民|便捷|快速|快捷|优质|圆满|如实|合法|合规|稳步|主动|热情"
    "|耐心|细致|审慎|精心|完整|统一|科学|持续|有力|有效|深入|大力"
)
_PLACES = "开发区|新区|园区|管理区|示范区|高新区|省|市|县|区|镇|乡|街道|系统|旗|州"
_OF_ALL = (
    "(?:(?:各级|各地|各县[（(]?市、?区[）)]?|各县区|各区县|[省市县区]直|、|和|及其?)+各?(?:政府|行政机关|机关|部门|单位)"
    "|政府及其?(?:各|所属)*部门|政府系统|政府|行政机关|机关|系统)"
)
_BODIES = (
    "街道办事处|街道办|行政机关|[乡镇县市区]政府|局|委员会|委|厅|镇|乡|街道|管委会|政府|办公室|办|县|市|区|省|州|旗"
    "|单位|机关|部门|中心|院|校|学校|学院|大学|部|馆|站|所|队|处|会|社|署|公司|集团"
)
_AND_ITS = "(?:及其?(?:所属|下属|直属|各)*(?:部门|单位|机构))?"
_EACH = "各(?:级?(?:政府|行政机关|机关|部门|单位)|镇街|乡镇|镇|乡|街道|县市区|县区|区县|县|区)"
_OWN = (
    rf"[我本全](?:{_PLACES})(?:{_OF_ALL}|{_EACH}(?:[、和及]{_EACH})+)?(?!级|各|乡镇|镇街|街道|部门)"
    rf"|[我本全](?:{_BODIES})(?!级|各){_AND_ITS}|部机关"
    "|各级(?:政府|行政机关|机关)(?!及|各|部门)"
)

# The name of an organ ends before a word that a clause can go on with.
_GOES_ON = (
    "(?=[共收受接办处答回未没无新全本今当2依政信开按认严高对有总均为也制出印废作实，、；：:,的持坚积在因代（(]|公开|$)"
)
NAMED = (
    r"(?!各)(?:[\u4e00-\u9fff]{1,16}?|(?=街道))"
    "(?:[省市县区州旗](?=[2共收无未没，：])|局|(?<!大)厅|海关|总队|支队|委员会|管委会|大学|学院|学校|中学|小学|幼儿园|医院|委|镇|乡|街道|政府(?!信息))(?:人民政府|办事处|政府(?!信息))?(?:系统)?"
    rf"(?P<office>办公室|办公厅|办|厅)?(?:机关)?{_AND_ITS}(?:代表[省市县区]?(?:人民)?政府(?!信息))?{_GOES_ON}"
)
"""An organ by its name, at the beginning of a clause."""

NO_NAME = (
    "含|在|申请|公开|收|受理|接|办(?!公[室厅]|事处|$)|答复|复议|诉讼|文件|规章|许可|处罚|年|[由向对因为被未无我本全各]"
    "|其[中他]|没有|通过|根据|以|协助|配合|会同|指导|督促|[下所直]属|基层|转|代|联合|牵头|报|送|有关|相关|部分|等|某"
    rf"|个别|兄弟|[上下]级|派出|[与同和于]$|[{_HAN}两几多]个"
)
"""What begins like a name, and has such a word in it, is none, or that of another."""

_DIGITS = "0123456789"
PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("quantity", BEGINNINGS, QUANTITY),
    ("percent", f"+＋－-{_DIGITS}", r"[+＋－-]?\d+(?:\.\d+)?(?:%|％|个?百分点)"),
    ("year", "2", rf"{_FULL_YEAR}|20\d\d年12月(?:31日|底)|20\d\d(?=全年)|20\d\d年度?(?!\d*月)"),
    ("years", "2", rf"{_YEAR}度?{_TO}20\d\d年(?!1?\d月)"),
    ("neutral", "1", rf"12月(?:31日|底)|1月?(?:1日)?{_TO}12月(?:31日|底)?"),
    ("month", f"{_DIGITS}第{_HAN[:4]}", rf"{_MONTH}|第?[{_HAN[:4]}]季度"),
    ("neutral", f"{_DIGITS}{_HAN}百", rf"(?:20|二十)个?工作日|\d+名申请人|百分之[{_HAN}百]+"),
    ("neutral", f"①②③④⑤⑥⑦⑧⑨{_DIGITS}{_HAN}（(", _NUMBERING),
    ("item", _HAN[:9], f"[{_HAN[:9]}]是"),
    ("neutral", "《第", rf"《[^》]*》|{_ARTICLE}"),
    ("neutral", "国省市县区政苏浙沪京粤", _DOCUMENT),
    ("neutral", "（(", "[（(][件次宗条起份个][）)]"),
    # 涉及我局的申请 are those of another organ.
    ("unknown", "涉", "涉及?[我本全][局县市区省镇乡委厅街]"),
    ("unknown", "“", "“[^”]{0,12}件[^”]{0,12}”"),
    ("neutral", '“”‘’"', '[“”‘’"]'),
    ("neutral", "向", "向[省市县区](?:人民)?政府(?!信息)"),
    ("site", "省市县区镇人政官", "[省市县区镇]?(?:人民)?政府(?:门户)?网站|官方网站"),
    ("everyone", "自公单组个", _EVERYONE),
    ("neutral", "通以采经", _CHANNELS),
    ("neutral", "".join(word[0] for word in _ADVERBS.split("|")), rf"(?:{_ADVERBS})(?:[、，]?(?:{_ADVERBS}))*地?"),
    ("neutral", "网线信来当现邮电传书口", _LISTED),
    ("neutral", "，,、", _NO_LONGER),
    ("neutral", "由从", _FROM),
    ("neutral", "因", _REASON),
    ("neutral", "在本秉坚遵按根依", f"{_UNDER}|{_PRINCIPLE}|{_RULES}"),
    ("neutral", "从", f"从(?:{_ASPECTS})(?:情况|构成|分布)?来?看"),
    ("neutral", f"在{_ASPECTS.replace('|', '')}", f"在?(?:{_ASPECTS})(?:情况|构成|分布|类型|类别)?(?:方面|来看)"),
    ("neutral", "按", f"按照?(?:{_ASPECTS})(?:进行)?(?:划分|分类|区分|来分|统计|分)"),
    ("organ", "我本全部各", _OWN),
    ("open", "在", "在办(?![结理完毕复])"),
    ("except", "除", "除(?=(?:[上去][一个]?年度?(?:结转|转入)的?)?[0-9]+[件宗份])"),
    ("neutral", "外", "外(?=，)"),
    ("negation", "不", "不存在(?=[^，。；0-9]{0,14}(?:结转|复议|诉讼|收取|收费))"),
    ("outcome", "不", "不存在"),
    ("negation", "零", "零(?=申请|受理|办理|结转|复议|诉讼|行政|败诉|纠错|投诉)"),
    ("colon", "：:", r"[：:](?!20\d\d年)(?=\d|零)"),
    ("stop", "：:.．", r"[：:]|[.．](?!\d)"),
)
"""Family, the characters that it begins with, and the pattern."""
