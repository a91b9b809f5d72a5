// Nearly all family names of mainland newspapers' staff, Mongolian ones apart.
const familyName =
  /^(?:欧阳|司马|上官|诸葛|东方|尉迟|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘解丁宣邓单杭洪包左石崔吉龚程邢裴陆荣翁甄曲封储靳段富巫焦巴牧山谷车侯全班仰秋仲伊宫宁仇栾甘祖武符刘景詹束龙叶司韶黎蒲卓蔺屠蒙池乔阴白鲜双闻党谭贡姬申冉雍桑桂牛燕冀尚温庄晏柴瞿阎连习艾容向古易廖终步耿满文寇广东殴沃利蔚越隆师巩聂晁敖融冷辛那简饶曾关相查荆红游竺权盖益桓公肖仝佟佘阿乌额敖斯苏孟娜哈塔呼布额特木宝包海])/u;

/** Whether a text begins like the name of a person. */
export function startsWithFamilyName(text: string): boolean {
  return familyName.test(text);
}
