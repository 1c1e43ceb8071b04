"""What kind of organ reports, told by its name alone; what the name does not tell stays unknown."""

import re
from enum import StrEnum

__all__ = ["Level", "is_government", "is_zone", "level_of"]


class Level(StrEnum):
    """How high an organ stands, where its name tells and rules ask for it."""

    TOWNSHIP = "township"
    COUNTY = "county"
    DEPARTMENT = "department"
    """A department of a city, a prefecture or a province; its office, which speaks for the government, is none."""
    UNKNOWN = "unknown"


_TOWNSHIP = re.compile(r"(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|管理委员会)?$|街道办事处")
# 县, 旗 and 区 are counties, in their own name or in that of their departments; 自治区 is a province, 自治州 no county.
_COUNTY = re.compile(r"[县旗]|(?<!自治)(?<!地)区(?!域)")
_PLACE = re.compile(r"(?:省|市|县|区|旗|州|盟|乡|镇)$")
# What is run by a committee or an office that a government has sent there; 新区 is either.
_ZONE = re.compile(r"(?:开发|高新|园|名胜|景|保税|示范|度假|管理|试验|合作|产业)区$|街道$")
_GOVERNMENT = re.compile(r"政府$")
# 国家税务总局青禾市税务局 is no department of the city.
_DEPARTMENT = re.compile(r"(?!国家|中华|中国|国务院).*?[省市区州盟](?!.*(?:政府|办公[室厅])).*(?:局|厅|委|委员会)")


def level_of(organization: str) -> Level:
    """Tell the level of an organ: 青山镇人民政府, 青禾县水利局."""
    if _TOWNSHIP.search(organization):
        return Level.TOWNSHIP
    if _COUNTY.search(organization):
        return Level.COUNTY
    if _DEPARTMENT.fullmatch(organization):
        return Level.DEPARTMENT
    return Level.UNKNOWN


def is_government(organization: str) -> bool:
    """Tell whether an organ is a people's government, or a place whose report is that of its government."""
    return bool(_GOVERNMENT.search(organization) or (_PLACE.search(organization) and not is_zone(organization)))


def is_zone(organization: str) -> bool:
    """Tell whether a place has no government of its own: 青禾经济技术开发区, 青山街道."""
    return bool(_ZONE.search(organization))
